import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleCli } from '../../../scripts/product/cli.ts'
import type { Json } from '../../../server/test/support/ask.ts'

export type Ended = { code: number | null; out: string; err: string }
type RunOptions = { input?: string; env?: Record<string, string | undefined> }

/** What somebody has installed, and their own home. */
export interface Tend extends Disposable {
  /** Their home, with nothing in it at first. */
  home: string
  /** Runs the executable to its end. */
  run(args: readonly string[], options?: RunOptions): Promise<Ended>
  /** Runs it with `--json`, which must succeed. */
  json(...args: string[]): Promise<Json>
  /** Runs it with `--json`, which must fail, and gives the code and the error. */
  refusal(...args: string[]): Promise<{ code: number | null; error: Json }>
  /** Starts what goes on until it is stopped. */
  start(args: readonly string[]): ReturnType<typeof spawn>
}

/** For tests that start many programs one after the other, on a machine that is busy. */
export const manyRuns = { timeout: 120_000 }

let built: Promise<string> | undefined

/** The executable as it is installed, built once for a file of tests. */
function buildTend(): Promise<string> {
  built ??= build()
  return built
}

async function build(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tend-cli-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(import.meta.dirname, '../../package.json'), join(folder, 'package.json'))
  const file = join(folder, 'dist/tend.js')
  await bundleCli(file)
  return file
}

/** @param signedIn as by the environment; without it nobody is */
export async function installTend(signedIn?: { url: string; token: string }): Promise<Tend> {
  const file = await buildTend()
  const home = mkdtempSync(join(tmpdir(), 'tend-home-'))
  const usual = {
    PATH: process.env.PATH,
    TZ: 'Europe/Berlin',
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_STATE_HOME: join(home, 'state'),
    ...(signedIn && { TEND_API_URL: signedIn.url, TEND_TOKEN: signedIn.token }),
  }
  const start = (args: readonly string[], env: RunOptions['env'] = {}) =>
    spawn(process.execPath, [file, ...args], { cwd: home, env: { ...usual, ...env } })

  async function run(args: readonly string[], { input = '', env }: RunOptions = {}) {
    const child = start(args, env)
    const ended = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      ended.out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      ended.err += text
    })
    // It may end without having read anything.
    child.stdin.on('error', () => undefined).end(input)
    const [code] = (await once(child, 'close')) as [number | null]
    return { code, ...ended }
  }
  return {
    home,
    run,
    start,
    async json(...args) {
      const { code, out, err } = await run([...args, '--json'])
      if (code !== 0) throw new Error(`tend ${args.join(' ')} ended with ${code}: ${err}`)
      return JSON.parse(out)
    },
    async refusal(...args) {
      const { code, out, err } = await run([...args, '--json'])
      if (out !== '') throw new Error(`Nothing was expected on the standard output, found ${out}`)
      return { code, error: JSON.parse(err).error }
    },
    [Symbol.dispose]: () => rmSync(home, { recursive: true, force: true }),
  }
}
