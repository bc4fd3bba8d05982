import type { Client } from '@urql/core'

/** What was done and can be undone, and what was undone and can be done again; newest last. */
export type UndoStack = { done: readonly string[]; undone: readonly string[] }

const stacks = new WeakMap<Client, UndoStack>()
const savers = new WeakMap<Client, (stack: UndoStack) => void>()
const underWay = new WeakMap<Client, Promise<unknown>>()

/** Notes a change whose answer, and so its id, is still to come. They are answered in their order. */
export function noteUnderWay(client: Client, answer: Promise<unknown>): void {
  underWay.set(client, answer)
}

/** Waits until everything that was changed so far is known by its id, or was refused. */
export async function waitForAnswers(client: Client): Promise<void> {
  await underWay.get(client)
}

/** Keeps a mutation by its id, so that it can be undone; discards what was undone before. */
export function recordMutation(client: Client, mutationId: string): void {
  change(client, ({ done }) => ({ done: [...done, mutationId], undone: [] }))
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
  change(client, ({ done, undone }) => ({
    done: without(done, mutationId),
    undone: [...undone, mutationId],
  }))
}

/** Notes that a mutation is done again, or still; ids grow with time, so sorting puts it back. */
export function noteRedone(client: Client, mutationId: string): void {
  change(client, ({ done, undone }) => ({
    done: [...without(done, mutationId), mutationId].sort(),
    undone: without(undone, mutationId),
  }))
}

/** Drops a mutation that can't be undone or done again, so that it doesn't block others. */
export function dropMutation(client: Client, mutationId: string): void {
  change(client, ({ done, undone }) => ({
    done: without(done, mutationId),
    undone: without(undone, mutationId),
  }))
}

/** Puts earlier changes below those made since, and saves the stack after each change from now on. */
export function continueStack(
  client: Client,
  earlier: UndoStack,
  save: (stack: UndoStack) => void,
): void {
  savers.set(client, save)
  change(client, ({ done, undone }) => ({
    done: [...earlier.done, ...done],
    // What was done since discards what was undone before.
    undone: done.length > 0 ? undone : [...earlier.undone, ...undone],
  }))
}

function change(client: Client, next: (stack: UndoStack) => UndoStack): void {
  const stack = next(readStack(client))
  stacks.set(client, stack)
  savers.get(client)?.(stack)
}

function readStack(client: Client): UndoStack {
  return stacks.get(client) ?? { done: [], undone: [] }
}

function without(ids: readonly string[], id: string): readonly string[] {
  return ids.filter((other) => other !== id)
}
