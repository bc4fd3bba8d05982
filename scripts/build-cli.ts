import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { bundleCli } from './product/cli.ts'

// Makes cli/dist/tend.js, which is all that is installed of the command line.

const file = join(import.meta.dirname, '../cli/dist/tend.js')
await bundleCli(file)
chmodSync(file, 0o755)
