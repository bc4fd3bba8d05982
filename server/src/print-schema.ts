import { writeFileSync } from 'node:fs'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { schema } from './schema.ts'

const target = new URL('../../schema.graphql', import.meta.url)
writeFileSync(target, `${printSchema(lexicographicSortSchema(schema))}\n`)
