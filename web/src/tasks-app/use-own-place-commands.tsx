import type { ReactNode } from 'react'
import type { Edit } from '../features/own-places/editing.ts'
import { findOwnPlace } from '../features/own-places/own-place.ts'
import { useListActions } from '../features/own-places/use-list-actions.ts'
import { useTagActions } from '../features/own-places/use-tag-actions.ts'
import { useViewActions } from '../features/own-places/use-view-actions.ts'
import type { Command } from '../features/palette/command.ts'
import { useShell } from '../model/shell/use-shell.ts'
import { useAddress } from '../places/navigation.ts'
import { TrashIcon } from '../ui/marks/icons.tsx'
import { ArchiveIcon, DuplicateIcon, EditIcon } from '../ui/marks/more-icons.tsx'

/** The commands about the list, the tag or the view that is shown; none for other places. */
export function useOwnPlaceCommands(onEdit: Edit): Command[] {
  const own = findOwnPlace(useShell(), useAddress().place)
  const lists = useListActions()
  const tags = useTagActions()
  const views = useViewActions()
  if (!own) return []
  const { kind, item } = own

  function make(verb: string, icon: ReactNode, run: () => void): Command {
    const name = `${verb} this ${kind}`
    return { id: `place/${name}`, name, group: `“${item.name}”`, icon, run }
  }

  const edit = make('Edit', <EditIcon />, () => onEdit({ kind, id: item.id }))
  if (own.kind === 'list') {
    const isArchived = own.item.archivedAt !== null
    return [
      edit,
      isArchived
        ? make('Unarchive', <ArchiveIcon />, () => lists.unarchive(own.item))
        : make('Archive', <ArchiveIcon />, () => lists.archive(own.item)),
      make('Delete', <TrashIcon />, () => lists.remove(own.item)),
    ]
  }
  if (own.kind === 'tag') {
    return [edit, make('Delete', <TrashIcon />, () => tags.remove(own.item))]
  }
  return [
    edit,
    make('Duplicate', <DuplicateIcon />, () => onEdit({ kind, copyOf: item.id })),
    make('Delete', <TrashIcon />, () => views.remove(own.item)),
  ]
}
