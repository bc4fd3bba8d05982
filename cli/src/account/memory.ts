import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from '../environment.ts'
import type { Credentials } from './credentials.ts'
import { readPrivateFile, writePrivateFile } from './private-file.ts'

/** One run that changed something: its mutations, which are undone together. */
export type Step = { command: string; mutationIds: readonly string[] }

/** What is remembered from one run to the next, without anything that a person wrote. */
export type Memory = {
  /** The ids that the last `tend ls` gave the numbers 1, 2, 3 … */
  listed: readonly string[]
  /** What `tend undo` takes back, the last one first to go. */
  done: readonly Step[]
  /** What `tend redo` does again. */
  undone: readonly Step[]
}

const keptSteps = 50

/** Each token has its own, so that numbers never mean tasks of somebody else. */
export function createMemory(environment: Environment, { url, token }: Credentials) {
  const key = createHash('sha256').update(`${url} ${token}`).digest('hex').slice(0, 16)
  const path = join(environment.stateFolder, `${key}.json`)
  const read = (): Memory => {
    const kept = (readPrivateFile(path) ?? {}) as Partial<Memory>
    return { listed: [], done: [], undone: [], ...kept }
  }
  const change = (changes: Partial<Memory>) => writePrivateFile(path, { ...read(), ...changes })
  return {
    read,
    change,
    /** Remembers what was changed; what had been undone before can't be done again then. */
    addStep(command: string, ...mutationIds: readonly string[]) {
      const done = [...read().done, { command, mutationIds }].slice(-keptSteps)
      change({ done, undone: [] })
    },
    forget: () => rmSync(path, { force: true }),
  }
}
