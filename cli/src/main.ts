#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { readEnvironment } from './environment.ts'
import { run } from './run.ts'
import { createOutput } from './terminal/output.ts'

// Whoever reads may have enough: `tend ls | head -1`.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
// Stopping is how `tend watch` ends, and is no failure there.
process.on('SIGINT', () => process.exit(process.argv[2] === 'watch' ? 0 : 130))

const environment = readEnvironment(process.env)
const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
process.exitCode = await run(
  process.argv.slice(2),
  {
    environment,
    out: createOutput(process.stdout, environment.mayColor),
    err: createOutput(process.stderr, environment.mayColor),
  },
  JSON.parse(manifest).version,
)
