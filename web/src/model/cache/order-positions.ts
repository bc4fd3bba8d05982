/** The neighbour of a moved row: it goes after another one, or before the first. */
export type OrderPosition = { afterId: string } | { beforeId: string }

/**
 * Where rows go that are dropped above or below another one, in an order that holds them all; they
 * stay together, in their order. Undefined when they are there already.
 */
export function positionBeside(
  order: readonly string[],
  moved: ReadonlySet<string>,
  id: string,
  side: 'above' | 'below',
): OrderPosition | undefined {
  const at = order.indexOf(id)
  const isAfter = side === 'below' && !moved.has(id)
  return positionAt(order, moved, countOthers(order.slice(0, isAfter ? at + 1 : at), moved))
}

/** Where rows go one step up (-1) or down (1); undefined at the end. Scattered ones are gathered. */
export function positionOneStep(
  order: readonly string[],
  moved: ReadonlySet<string>,
  step: 1 | -1,
): OrderPosition | undefined {
  const isMoved = (id: string) => moved.has(id)
  if (!order.some(isMoved)) return undefined
  if (step === -1) {
    const first = order.findIndex(isMoved)
    return first > 0 ? positionAt(order, moved, first - 1) : undefined
  }
  const last = order.findLastIndex(isMoved)
  const isLast = last === order.length - 1
  return isLast ? undefined : positionAt(order, moved, countOthers(order.slice(0, last + 2), moved))
}

/** The row above, which indenting makes the parent; undefined for the first. */
export function findRowAbove(
  order: readonly string[],
  moved: ReadonlySet<string>,
): string | undefined {
  const first = order.findIndex((id) => moved.has(id))
  return first > 0 ? order[first - 1] : undefined
}

/** The number of the row at a position, counted from 1. */
export function placeOf(
  order: readonly string[],
  moved: ReadonlySet<string>,
  position: OrderPosition,
) {
  const others = order.filter((id) => !moved.has(id))
  return 'afterId' in position ? others.indexOf(position.afterId) + 2 : 1
}

function positionAt(
  order: readonly string[],
  moved: ReadonlySet<string>,
  index: number,
): OrderPosition | undefined {
  const others = order.filter((id) => !moved.has(id))
  const going = order.filter((id) => moved.has(id))
  const next = others.toSpliced(index, 0, ...going)
  if (next.every((id, place) => id === order[place])) return undefined
  const before = others[index - 1]
  if (before !== undefined) return { afterId: before }
  return others[0] === undefined ? undefined : { beforeId: others[0] }
}

function countOthers(ids: readonly string[], moved: ReadonlySet<string>): number {
  return ids.filter((id) => !moved.has(id)).length
}
