import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

const graceMs = 10_000
const keptOutputCharacters = 20_000
const hasSignals = process.platform !== 'win32'

export type PartCommand = {
  /** Its name in sentences: "The API …". */
  name: string
  /** Arguments for node. */
  args: string[]
  cwd: string
  env: NodeJS.ProcessEnv
  /** Show its output from the first line on; otherwise from `showOutput` on. */
  verbose: boolean
}

/** One running process of the product. */
export type Part = {
  name: string
  /** Never fulfils; rejects with a sentence when the process ends before it is asked to. */
  failure: Promise<never>
  /** Passes the output through from now on, and drops earlier output. */
  showOutput(): void
  /** Resolves when the process and everything it started has ended, by force after 10 s. */
  stop(): Promise<void>
}

/** Starts a process in a group of its own, so that the terminal's Ctrl-C reaches only us. */
export function startPart({ name, args, cwd, env, verbose }: PartCommand): Part {
  const preload = pathToFileURL(`${import.meta.dirname}/stop-with-parent.ts`).href
  const child = spawn(process.execPath, verbose ? args : ['--import', preload, ...args], {
    cwd,
    env,
    stdio: verbose ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: hasSignals,
    windowsHide: true,
  })
  const output = keepOutput(child)
  let stopping = false
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
  const failure = ended.then(async ([code, signal]) => {
    if (stopping) return new Promise<never>(() => {})
    // Its last output may still be in the pipe.
    await sleep(50)
    throw new Error(output.text() || `The ${name} ended by itself (${signal ?? `code ${code}`}).`)
  })
  failure.catch(() => {})
  return {
    name,
    failure,
    showOutput: output.show,
    async stop() {
      if (stopping) return
      stopping = true
      if (child.exitCode === null && child.signalCode === null) {
        if (hasSignals || !child.connected) child.kill('SIGTERM')
        else child.send('stop')
        await Promise.race([ended, sleep(graceMs, undefined, { ref: false })])
      }
      killGroup(child)
    },
  }
}

/** Keeps the last output of a process until it is shown. */
function keepOutput(child: ChildProcess) {
  let kept: { stdout: string; stderr: string } | undefined = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text: string) => {
      if (kept) kept[stream] = (kept[stream] + text).slice(-keptOutputCharacters)
      else process[stream].write(text)
    })
  }
  return {
    show: () => {
      kept = undefined
    },
    text: () => kept?.stderr.trim() || kept?.stdout.trim(),
  }
}

function killGroup(child: ChildProcess): void {
  if (!child.pid) return
  try {
    if (hasSignals) process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // The group has no process left.
  }
}
