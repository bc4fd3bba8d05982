'use client'

import { trashDays } from '@tend/server/domain/early-limits'
import { getFragmentData } from '../../gql/fragment-masking.ts'
import { graphql } from '../../graphql/document.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { type List, ListFields } from '../../model/documents/fields.ts'
import { usePlaceSearch } from '../../model/places/place-search.store.ts'
import { useClock } from '../../model/shell/use-clock.ts'
import { askForGood } from '../../model/trash/for-good.store.ts'
import { describeDaysLeft } from '../../time/days-left.ts'
import { IconButton } from '../../ui/button.tsx'
import { ColorDot } from '../../ui/marks/color-dot.tsx'
import { RestoreIcon, TrashIcon } from '../../ui/marks/icons.tsx'
import styles from './deleted-lists.module.css'
import { useListActions } from './use-list-actions.ts'

const DeletedListsQuery = graphql(`
  query DeletedLists($after: String) {
    lists(first: 100, after: $after, inTrash: true) {
      nodes {
        id
        ...ListFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

/** The lists in the trash, each to be restored with its tasks; nothing when there are none. */
export function DeletedLists() {
  const { lists, next } = useDeletedLists()
  const isSearch = usePlaceSearch() !== ''
  const found = useFoundLists(lists)
  if (found.length === 0 && (isSearch || !next)) return null
  return (
    <section className={styles.section} aria-labelledby="deleted-lists">
      <h2 id="deleted-lists" className={styles.heading}>
        Lists
      </h2>
      <ul>
        <DeletedPage />
      </ul>
      <h2 className={styles.heading}>Tasks</h2>
    </section>
  )
}

/** One page of a hundred, and the pages after it. */
function DeletedPage({ after }: { after?: string }) {
  const { restore } = useListActions()
  const clock = useClock()
  const { lists, next } = useDeletedLists(after)
  const found = useFoundLists(lists)
  return (
    <>
      {found.map((list) => (
        <li key={list.id} className={styles.item}>
          <ColorDot color={list.color} icon={list.icon} />
          <span className={styles.name} dir="auto">
            {list.name}
          </span>
          <span className={styles.end}>
            {list.deletedAt && (
              <span className={styles.left}>
                {describeDaysLeft(list.deletedAt, trashDays, clock)}
              </span>
            )}
            <IconButton
              label={`Restore “${list.name}” with its tasks`}
              onClick={() => restore(list)}
            >
              <RestoreIcon />
            </IconButton>
            <IconButton
              label={`Delete “${list.name}” for good, with its tasks`}
              aria-haspopup="dialog"
              onClick={() => askForGood({ kind: 'list', list })}
            >
              <TrashIcon />
            </IconButton>
          </span>
        </li>
      ))}
      {next && <DeletedPage after={next} />}
    </>
  )
}

/** The lists in the trash, a page of them. */
export function useDeletedLists(after?: string) {
  const { data } = useQuery({ query: DeletedListsQuery, variables: after ? { after } : {} })
  const lists = getFragmentData(ListFields, data?.lists.nodes ?? [])
  const { hasNextPage, endCursor } = data?.lists.pageInfo ?? {}
  return { lists, next: hasNextPage ? (endCursor ?? undefined) : undefined }
}

/** Those that the trash is searched for. */
function useFoundLists(lists: readonly List[]): readonly List[] {
  const words = usePlaceSearch().toLocaleLowerCase()
  return words ? lists.filter(({ name }) => name.toLocaleLowerCase().includes(words)) : lists
}
