import type { List, SavedView, Tag } from '../../model/documents/fields.ts'
import type { Shell } from '../../model/shell/use-shell.ts'
import type { Place } from '../../places/address.ts'

/** A list, a tag or a view, with its kind. */
export type OwnPlace =
  | { kind: 'list'; item: List }
  | { kind: 'tag'; item: Tag }
  | { kind: 'view'; item: SavedView }

/** What a place shows of the person's own, archived lists included; undefined for other places. */
export function findOwnPlace(shell: Shell, place: Place): OwnPlace | undefined {
  if (place.kind === 'list') {
    const item = [...shell.lists, ...shell.archivedLists].find(({ id }) => id === place.id)
    return item && !item.isInbox ? { kind: 'list', item } : undefined
  }
  if (place.kind === 'tag') {
    const item = shell.tags.find(({ id }) => id === place.id)
    return item && { kind: 'tag', item }
  }
  if (place.kind === 'view') {
    const item = shell.savedViews.find(({ id }) => id === place.id)
    return item && { kind: 'view', item }
  }
  return undefined
}
