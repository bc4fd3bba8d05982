import { maxInputItems } from '../domain/limits.ts'
import type { InputIssue } from '../errors.ts'

/**
 * The problem of a list in an input that is longer than any list of any input may be. It is looked for
 * before the input is read by its types, which words a problem for each wrong item.
 *
 * @param value nested as deep as a body may be
 */
export function findLongList(value: unknown): InputIssue | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (Array.isArray(value) && value.length > maxInputItems) {
    const message = `A list of an input has at most ${maxInputItems} items, and this one has ${value.length}. Split it up.`
    return { path: [], message }
  }
  for (const name in value) {
    const found = findLongList((value as Record<string, unknown>)[name])
    if (!found) continue
    found.path.unshift(Array.isArray(value) ? Number(name) : name)
    return found
  }
  return undefined
}
