import { atMost, beginSelection, type Selection } from './selection.ts'

/** Selects or deselects a row; the next range begins there. */
export function toggleRow({ ids }: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return beginSelection(atMost(next), id)
}

/** Selects all rows between the anchor and this one, in their order. */
export function extendTo(selection: Selection, order: readonly string[], id: string): Selection {
  const anchor = selection.anchor && order.includes(selection.anchor) ? selection.anchor : id
  const before = selection.before ?? selection.ids
  const [from = 0, to = 0] = [order.indexOf(anchor), order.indexOf(id)].toSorted((a, b) => a - b)
  const ids = atMost(new Set([...before, ...order.slice(from, to + 1)]))
  return { ids, anchor, end: id, before }
}
