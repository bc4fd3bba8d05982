import { readDraft, writeDraft } from '../../model/drafts/drafts.ts'
import type { Line } from './line.ts'
import type { NewTask } from './new-task.ts'

/** A task on its way, or one that wasn't added and waits to be sent again, with what was typed. */
export type UnsentTask = {
  id: string
  line: Line
  /** Undefined for a line that can't be a task. */
  task: NewTask | undefined
  /** Why it wasn't added; undefined while it is on its way. */
  problem: string | undefined
}

const draftName = 'unsent-tasks'
const unfinished = 'It was still being saved.'

const listeners = new Set<() => void>()
let known: readonly UnsentTask[] | undefined
let waiting: readonly UnsentTask[] = []

/** Keeps a task until it is added: neither a reload nor a session that ends loses it. */
export function keepUnsent(one: UnsentTask): void {
  change([...readAll().filter(({ id }) => id !== one.id), one])
}

/** Forgets a task that was added, or is to be. */
export function forgetUnsent(id: string): void {
  change(readAll().filter((other) => other.id !== id))
}

/** Those that weren't added, the one that was refused last at the end. */
export function readUnsent(): readonly UnsentTask[] {
  readAll()
  return waiting
}

export function subscribeToUnsent(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function change(next: readonly UnsentTask[]): void {
  known = next
  waiting = known.filter(({ problem }) => problem)
  writeDraft(draftName, known[0] ? JSON.stringify(known) : null, true)
  for (const listener of listeners) listener()
}

/** What an earlier page left unsent is shown, and sent again when the person asks for it. */
function readAll(): readonly UnsentTask[] {
  if (known) return known
  const kept = JSON.parse(readDraft(draftName, true) ?? '[]') as UnsentTask[]
  known = kept.map((one) => ({ ...one, problem: one.problem ?? unfinished }))
  waiting = known
  return known
}
