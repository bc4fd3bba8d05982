'use client'

import { getFragmentData } from '../../gql/fragment-masking.ts'
import { graphql } from '../../graphql/document.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { ListFields } from '../../model/documents/fields.ts'
import { IconButton } from '../../ui/button.tsx'
import { ColorDot } from '../../ui/marks/color-dot.tsx'
import { RestoreIcon } from '../../ui/marks/icons.tsx'
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
  if (lists.length === 0 && !next) return null
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
  const { lists, next } = useDeletedLists(after)
  return (
    <>
      {lists.map((list) => (
        <li key={list.id} className={styles.item}>
          <ColorDot color={list.color} icon={list.icon} />
          <span className={styles.name} dir="auto">
            {list.name}
          </span>
          <IconButton label={`Restore “${list.name}” with its tasks`} onClick={() => restore(list)}>
            <RestoreIcon />
          </IconButton>
        </li>
      ))}
      {next && <DeletedPage after={next} />}
    </>
  )
}

function useDeletedLists(after?: string) {
  const { data } = useQuery({ query: DeletedListsQuery, variables: after ? { after } : {} })
  const lists = getFragmentData(ListFields, data?.lists.nodes ?? [])
  const { hasNextPage, endCursor } = data?.lists.pageInfo ?? {}
  return { lists, next: hasNextPage ? (endCursor ?? undefined) : undefined }
}
