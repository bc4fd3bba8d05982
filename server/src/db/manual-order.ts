import type { InsertPosition, Placed } from '../domain/order/placing.ts'
import { type InputIssue, notFound } from '../errors.ts'

/** The sibling beside which the caller wants an object to be. */
export type PositionInput = {
  afterId?: string | null | undefined
  beforeId?: string | null | undefined
}

/** Adds the problems of the two ids that don't depend on their siblings. */
export function checkPositionInput(
  input: PositionInput & { id?: string | null | undefined },
  kind: 'optional' | 'required',
  issues: InputIssue[],
): void {
  const { id, afterId, beforeId } = input
  if (afterId != null && beforeId != null)
    issues.push({ path: ['input', 'beforeId'], message: 'Give afterId or beforeId, not both.' })
  if (afterId == null && beforeId == null && kind === 'required')
    issues.push({ path: ['input'], message: 'Say where to: give afterId or beforeId.' })
  for (const name of ['afterId', 'beforeId'] as const)
    if (id != null && input[name]?.toLowerCase() === id.toLowerCase())
      issues.push({ path: ['input', name], message: `The ${name} must name another one.` })
}

/** The position that checked input names. @throws AppError `NOT_FOUND` when no sibling has the id */
export function getInsertPosition(
  siblings: readonly Placed[],
  input: PositionInput,
  noun: string,
): InsertPosition {
  const name = input.afterId != null ? 'afterId' : 'beforeId'
  const id = input[name]?.toLowerCase()
  if (id === undefined) return 'end'
  if (!siblings.some((sibling) => sibling.id === id)) throw notFound(noun, ['input', name])
  return name === 'afterId' ? { after: id } : { before: id }
}
