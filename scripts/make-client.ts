import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildSchema } from 'graphql'
import { makeClientCode } from './client-code/make-client-code.ts'

// Writes the functions and types of `@tend/client` that follow from the printed schema.

const root = join(import.meta.dirname, '..')
const schema = buildSchema(readFileSync(join(root, 'schema.graphql'), 'utf8'))
for (const [path, text] of makeClientCode(schema)) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
