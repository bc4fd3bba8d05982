import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { generate } from '@graphql-codegen/cli'
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql'
import codegen from '../codegen.ts'
import { schema } from '../server/src/schema.ts'
import { makeClientCode } from './client-code/make-client-code.ts'

// Makes the generated files in memory and compares them with those that are committed.

const root = join(import.meta.dirname, '..')
process.chdir(root)
const sdl = `${printSchema(lexicographicSortSchema(schema))}\n`
const made = new Map([['schema.graphql', sdl], ...makeClientCode(buildSchema(sdl))])
const files = await generate({ ...codegen, schema: sdl, silent: true, errorsOnly: true }, false)
for (const { filename, content } of files) made.set(relative(root, join(root, filename)), content)

const stale = [...made].filter(([path, text]) => readText(path) !== text).map(([path]) => path)
const orphans = globSync(['web/src/gql/**/*.*', 'client/src/generated/**/*.*']).filter(
  (path) => !made.has(path),
)
for (const path of stale) console.log(`${path} is not what \`npm run codegen\` makes: run it.`)
for (const path of orphans) console.log(`${path} is made by nothing: delete it.`)
process.exit(stale.length + orphans.length > 0 ? 1 : 0)

function readText(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
