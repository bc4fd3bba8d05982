'use client'

import { useShell } from '../../model/shell/use-shell.ts'
import type { Place } from '../../places/address.ts'
import { Button } from '../../ui/button.tsx'
import { findOwnPlace } from './own-place.ts'
import styles from './place-note.module.css'
import { TrashNote } from './trash-note.tsx'
import { useListActions } from './use-list-actions.ts'

/** A note or an action above the tasks of a place; mostly nothing. */
export function PlaceNote({ place }: { place: Place }) {
  const own = findOwnPlace(useShell(), place)
  const { unarchive } = useListActions()
  if (place.kind === 'trash') return <TrashNote />
  if (own?.kind !== 'list' || !own.item.archivedAt) return null
  return (
    <div className={styles.note}>
      <p>This list is archived: its tasks don’t show up in other places.</p>
      <Button onClick={() => unarchive(own.item)}>Unarchive</Button>
    </div>
  )
}
