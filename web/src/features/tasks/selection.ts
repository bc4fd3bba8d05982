import { bulkSize } from '@tend/server/domain/limits'

/**
 * Which of the rows are selected. A range reaches from the row that was chosen last, the anchor, to
 * its other end, and is drawn again when that end moves; what was selected before it stays.
 */
export type Selection = {
  readonly ids: ReadonlySet<string>
  readonly anchor?: string | undefined
  /** The end of the range that moves. */
  readonly end?: string | undefined
  /** What was selected when the range was begun. */
  readonly before?: ReadonlySet<string> | undefined
}

export const nothingSelected: Selection = { ids: new Set() }

/** Selects or deselects a row; the next range begins there. */
export function toggleRow({ ids }: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return start(atMost(next), id)
}

/** Selects all rows between the anchor and this one, in their order. */
export function extendTo(selection: Selection, order: readonly string[], id: string): Selection {
  const anchor = selection.anchor && order.includes(selection.anchor) ? selection.anchor : id
  const before = selection.before ?? selection.ids
  const [from = 0, to = 0] = [order.indexOf(anchor), order.indexOf(id)].toSorted((a, b) => a - b)
  const ids = atMost(new Set([...before, ...order.slice(from, to + 1)]))
  return { ids, anchor, end: id, before }
}

/** Selects these rows in addition, as many as can be changed at once. */
export function selectRows(selection: Selection, ids: readonly string[]): Selection {
  return start(atMost(new Set([...selection.ids, ...ids])), selection.anchor ?? ids[0])
}

/** Deselects the rows that aren't there any more. */
export function keepShown(selection: Selection, isShown: (id: string) => boolean): Selection {
  if ([...selection.ids].every(isShown)) return selection
  const ids = new Set([...selection.ids].filter(isShown))
  if (ids.size === 0) return nothingSelected
  const before = selection.before && new Set([...selection.before].filter(isShown))
  return { ...selection, ids, before }
}

function start(ids: ReadonlySet<string>, id: string | undefined): Selection {
  if (ids.size === 0) return nothingSelected
  return { ids, anchor: id, end: id, before: ids }
}

function atMost(ids: ReadonlySet<string>): ReadonlySet<string> {
  return ids.size > bulkSize.max ? new Set([...ids].slice(0, bulkSize.max)) : ids
}
