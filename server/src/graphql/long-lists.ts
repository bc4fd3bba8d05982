import { type Excess, findExcess } from '../domain/excess.ts'

interface LongList {
  excess: Excess
  path: (string | number)[]
}

/**
 * The problem of a list in an input that is longer than any list of any input may be. It is looked for
 * before the input is read by its types, which words a problem for each wrong item.
 *
 * @param value nested as deep as a body may be
 */
export function findLongList(value: unknown): LongList | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const excess = Array.isArray(value) ? findExcess('inputItems', value.length) : undefined
  if (excess) return { excess, path: [] }
  for (const name in value) {
    const found = findLongList((value as Record<string, unknown>)[name])
    if (!found) continue
    found.path.unshift(Array.isArray(value) ? Number(name) : name)
    return found
  }
  return undefined
}
