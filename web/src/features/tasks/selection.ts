import { bulkSize } from '@tend/server/domain/early-limits'

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

/** Selects these rows in addition, as many as can be changed at once. */
export function selectRows(selection: Selection, ids: readonly string[]): Selection {
  return beginSelection(atMost(new Set([...selection.ids, ...ids])), selection.anchor ?? ids[0])
}

/** Deselects the rows that aren't there any more. */
export function keepShown(selection: Selection, isShown: (id: string) => boolean): Selection {
  if ([...selection.ids].every(isShown)) return selection
  const ids = new Set([...selection.ids].filter(isShown))
  if (ids.size === 0) return nothingSelected
  const before = selection.before && new Set([...selection.before].filter(isShown))
  return { ...selection, ids, before }
}

/** These and no others; a range begins at this row. */
export function beginSelection(ids: ReadonlySet<string>, id: string | undefined): Selection {
  if (ids.size === 0) return nothingSelected
  return { ids, anchor: id, end: id, before: ids }
}

/** As many of them as can be changed at once. */
export function atMost(ids: ReadonlySet<string>): ReadonlySet<string> {
  return ids.size > bulkSize.max ? new Set([...ids].slice(0, bulkSize.max)) : ids
}
