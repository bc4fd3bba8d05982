'use client'

import { trashDays } from '@tend/server/domain/early-limits'
import { usePlaceSearch } from '../../model/places/place-search.store.ts'
import { requestTasks } from '../../model/places/task-request.ts'
import { useTaskPages } from '../../model/places/use-task-pages.ts'
import { askForGood } from '../../model/trash/for-good.store.ts'
import { Button } from '../../ui/button.tsx'
import { DeletedLists, useDeletedLists } from './deleted-lists.tsx'
import styles from './trash-note.module.css'

const request = requestTasks({ kind: 'trash' }, () => undefined)

/** How long the trash keeps what is in it, the button that empties it, and the lists in it. */
export function TrashNote() {
  const { lists, next } = useDeletedLists()
  // The same pages that the place shows.
  const { tasks = [] } = useTaskPages(request ?? { kind: 'search', query: '' })
  const isSearched = usePlaceSearch() !== ''
  const isEmpty = tasks.length === 0 && lists.length === 0 && !next
  return (
    <>
      {!isEmpty && !isSearched && (
        <div className={styles.bar}>
          <p>Kept here for {trashDays} days.</p>
          <Button aria-haspopup="dialog" onClick={() => askForGood({ kind: 'all' })}>
            Empty trash
          </Button>
        </div>
      )}
      <DeletedLists />
    </>
  )
}
