import { makeOrderKey, makeOrderKeys, type Random } from '../domain/order/ordering.ts'

/**
 * The same entries, each at its own position if that is free, or else right after the one that has it.
 * No two entries may have the same. Takes the time of sorting them all.
 */
export function withFreePositions<Entry extends { position: string }>(
  entries: readonly Entry[],
  takenPositions: readonly string[],
  random: Random,
): Entry[] {
  const taken = new Set(takenPositions)
  const inOrder = [...taken.union(new Set(entries.map(({ position }) => position)))].sort()
  const next = new Map(inOrder.map((position, nth) => [position, inOrder[nth + 1] ?? null]))
  return entries.map((entry) => {
    const { position } = entry
    if (!taken.has(position)) return entry
    return { ...entry, position: makeOrderKey(position, next.get(position) ?? null, random) }
  })
}

/** The same entries in their order, all of them after those that are taken. */
export function withLastPositions<Entry extends { position: string }>(
  entries: readonly Entry[],
  takenPositions: readonly string[],
  random: Random,
): Entry[] {
  const last = takenPositions.toSorted().at(-1) ?? null
  const positions = makeOrderKeys(last, null, Math.max(1, entries.length), random)
  return entries.map((entry, nth) => ({ ...entry, position: positions[nth] ?? entry.position }))
}
