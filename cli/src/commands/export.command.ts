import { randomBytes } from 'node:crypto'
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { TendError } from '../../../client/src/index.ts'
import { fetchFile } from '../api/files.ts'
import { openSession } from '../api/session.ts'
import { defineCommand } from '../command.ts'
import { failRefused, failUsage } from '../failure.ts'
import type { Output } from '../terminal/output.ts'

const formats = ['json', 'csv', 'ics', 'md', 'txt']

export const exportAll = defineCommand({
  name: 'export',
  summary: 'Gives out everything as one file',
  usage: ['export [--format <name>]', 'export --output <file>'],
  help: [
    '  --format <name>      json (the default, which tend import takes), csv, ics, md, txt',
    '  -o, --output <file>  into a file that only you can read; otherwise to the standard output',
    '  --force              even if there is such a file',
    '',
    'A file is there when it is complete, or not at all.',
  ],
  options: {
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
  },
  async run({ environment, out, err, isJson }, { format = 'json', output, force }, words) {
    if (words.length > 0)
      throw failUsage(`tend export takes a file by --output: tend export --output ${words[0]}`)
    if (!formats.includes(format))
      throw failUsage(`--format should be one of ${formats.join(', ')}, found ${format}.`)
    if (isJson && output === undefined)
      throw failUsage('--json says what became of --output. The export itself is JSON already.')
    if (output !== undefined && !force && existsSync(output))
      throw failRefused('FILE_EXISTS', `${output} is there already. Take another name, or --force.`)
    const response = await fetchFile(openSession(environment), `/export.${format}`)
    const total = Number(response.headers.get('x-total-tasks') ?? Number.NaN)
    const tasks = Number.isNaN(total) ? null : total
    if (!response.body) throw new Error('An export was expected, found an answer without a body')
    if (output === undefined) return await print(response.body, out)
    const bytes = await save(response.body, output)
    if (isJson) out.json({ file: output, format, tasks, bytes })
    else err.line(`${output} has ${tasks === null ? 'everything' : `${tasks} tasks`}.`)
  },
})

async function print(body: ReadableStream<Uint8Array>, out: Output): Promise<void> {
  try {
    for await (const chunk of body) await out.file(chunk)
  } catch (cause) {
    throw breakOff(cause)
  }
}

function breakOff(cause: unknown): TendError {
  return new TendError({ message: 'The export broke off.', code: 'UNREACHABLE', cause })
}

/** The whole file or none: it gets its name when it is complete. */
async function save(body: ReadableStream<Uint8Array>, path: string): Promise<number> {
  const partial = `${path}.${randomBytes(4).toString('hex')}.part`
  const file = createWriteStream(partial, { mode: 0o600, flags: 'wx' })
  try {
    await pipeline(Readable.fromWeb(body as never), file)
    renameSync(partial, path)
    return file.bytesWritten
  } catch (cause) {
    rmSync(partial, { force: true })
    // Of the file, not of the connection, whose error has it deeper.
    if ((cause as NodeJS.ErrnoException).syscall !== undefined)
      throw failRefused('FILE_UNWRITABLE', `${path} can’t be written: ${(cause as Error).message}`)
    throw breakOff(cause)
  }
}
