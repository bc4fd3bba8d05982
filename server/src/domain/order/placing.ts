import type { OrderKey } from './order-key.ts'
import { makeOrderKey, needsSpreading, type Random, spreadOrderKeys } from './ordering.ts'

/** An object and its position in a manual order. */
export type Placed = { readonly id: string; readonly position: OrderKey }

/** Where an object is put: at the end, or right beside another one, named by its id. */
export type InsertPosition = 'end' | { readonly after: string } | { readonly before: string }

/**
 * The positions to be written so that `id`, new or one of the siblings, is at `insertAt`: none if it is there
 * already, usually only its own, and those of all siblings if keys have grown too long and all are spread
 * again. `siblings` must be in order and include the neighbour that `insertAt` names; a missing neighbour, or
 * `id` itself, is a RangeError.
 */
export function placeAt(
  siblings: readonly Placed[],
  id: string,
  insertAt: InsertPosition,
  random: Random,
): Placed[] {
  const others = siblings.filter((sibling) => sibling.id !== id)
  const index = findInsertIndex(others, insertAt)
  if (siblings.findIndex((sibling) => sibling.id === id) === index) return []
  const [before, after] = [others[index - 1], others[index]]
  const position = makeOrderKey(before?.position ?? null, after?.position ?? null, random)
  if (!needsSpreading(position)) return [{ id, position }]
  const order = others.toSpliced(index, 0, { id, position }).map((placed) => placed.id)
  const keys = spreadOrderKeys(order.length)
  return order.flatMap((placedId, nth) =>
    keys.slice(nth, nth + 1).map((key) => ({ id: placedId, position: key })),
  )
}

function findInsertIndex(others: readonly Placed[], insertAt: InsertPosition): number {
  if (insertAt === 'end') return others.length
  const neighbour = 'after' in insertAt ? insertAt.after : insertAt.before
  const index = others.findIndex((other) => other.id === neighbour)
  if (index === -1)
    throw new RangeError(
      `Expected a sibling with the id "${neighbour}", found none. Check it first.`,
    )
  return 'after' in insertAt ? index + 1 : index
}
