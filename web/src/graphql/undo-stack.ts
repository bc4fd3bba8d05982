import type { Client } from '@urql/core'

/** What was done and can be undone, and what was undone and can be done again; newest last. */
type UndoStack = { done: string[]; undone: string[] }

const stacks = new WeakMap<Client, UndoStack>()

const underWay = new WeakMap<Client, Promise<unknown>>()

/** Notes a change whose answer, and so its id, is still to come. They are answered in their order. */
export function noteUnderWay(client: Client, answer: Promise<unknown>): void {
  underWay.set(client, answer)
}

/** Waits until everything that was changed so far is known by its id, or was refused. */
export async function waitForAnswers(client: Client): Promise<void> {
  await underWay.get(client)
}

/** Keeps a mutation by its id, so that it can be undone; what was undone before is given up by it. */
export function recordMutation(client: Client, mutationId: string): void {
  const { done } = readStack(client)
  stacks.set(client, { done: [...done, mutationId], undone: [] })
}

/** The newest mutation that isn't undone; undefined when there is none. */
export function peekDone(client: Client): string | undefined {
  return readStack(client).done.at(-1)
}

/** The mutation that was undone last; undefined when nothing was since the last change. */
export function peekUndone(client: Client): string | undefined {
  return readStack(client).undone.at(-1)
}

/** Notes that a mutation was undone. */
export function noteUndone(client: Client, mutationId: string): void {
  const { done, undone } = readStack(client)
  stacks.set(client, { done: without(done, mutationId), undone: [...undone, mutationId] })
}

/** Notes that a mutation was done again. */
export function noteRedone(client: Client, mutationId: string): void {
  const { done, undone } = readStack(client)
  stacks.set(client, { done: [...done, mutationId], undone: without(undone, mutationId) })
}

/** Gives a mutation up that can't be undone or done again: it stands in nobody's way. */
export function dropMutation(client: Client, mutationId: string): void {
  const { done, undone } = readStack(client)
  stacks.set(client, { done: without(done, mutationId), undone: without(undone, mutationId) })
}

function readStack(client: Client): UndoStack {
  return stacks.get(client) ?? { done: [], undone: [] }
}

function without(ids: readonly string[], id: string): string[] {
  return ids.filter((other) => other !== id)
}
