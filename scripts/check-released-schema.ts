import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findBrokenPromises } from './schema/find-broken-promises.ts'

// Compares schema.graphql with the last released one, which is kept as a file so that even shallow clones can
// do it. With --release the current one becomes the released one.

const { values } = parseArgs({ options: { release: { type: 'boolean', default: false } } })
const folder = join(import.meta.dirname, '..')
const releasedPath = join(folder, 'docs/schema-released.graphql')
const current = readFileSync(join(folder, 'schema.graphql'), 'utf8')
const broken = findBrokenPromises(readFileSync(releasedPath, 'utf8'), current)
for (const sentence of broken) console.log(sentence)
if (broken.length > 0)
  console.log(
    'Programs rely on this. Keep it and mark it @deprecated, with a reason that says what to use; it may go after the next release.',
  )
else if (values.release) writeFileSync(releasedPath, current)
process.exitCode = broken.length > 0 ? 1 : 0
