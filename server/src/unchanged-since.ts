import { conflict } from './errors.ts'

/** What a change can be made on condition of. */
export type UnchangedSinceInput = {
  /** The `updatedAt` of what the caller has seen. */
  ifUnchangedSince?: string | null | undefined
}

/** The refusal of a change whose caller hasn't seen the newest form; undefined when nothing is against it. */
export function findChangedSince(
  noun: string,
  { updatedAt }: { updatedAt: string },
  { ifUnchangedSince }: UnchangedSinceInput,
): ReturnType<typeof conflict> | undefined {
  if (ifUnchangedSince == null || ifUnchangedSince === updatedAt) return undefined
  const message = `The ${noun} was changed at ${updatedAt}, and not at ${ifUnchangedSince}. Load it, then change what it is now.`
  return conflict('CHANGED_SINCE', message, ['input', 'ifUnchangedSince'])
}

/** @throws AppError `CONFLICT` when it has been changed since the caller saw it */
export function requireUnchanged(
  noun: string,
  stored: { updatedAt: string },
  input: UnchangedSinceInput,
): void {
  const refusal = findChangedSince(noun, stored, input)
  if (refusal) throw refusal
}
