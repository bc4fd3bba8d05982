'use client'

import { useMemo } from 'react'
import { getFragmentData } from '../gql/fragment-masking.ts'
import { describeError } from '../graphql/error-text.ts'
import { useQuery } from '../graphql/use-query.ts'
import {
  type List,
  ListFields,
  type SavedView,
  SavedViewFields,
  type Tag,
  TagFields,
} from './fields.ts'
import { ShellQuery } from './shell.query.ts'

export type Shell = {
  lists: readonly List[]
  archivedLists: readonly List[]
  tags: readonly Tag[]
  savedViews: readonly SavedView[]
  /** Whether the first answer is still to come. */
  loading: boolean
  /** Why there is nothing to show, as a sentence. */
  problem: string | undefined
  retry: () => void
}

/** The person's lists, tags and views in their order, the inbox among the lists. */
export function useShell(): Shell {
  const { data, error, refresh } = useQuery({ query: ShellQuery, requestPolicy: 'cache-first' })
  return useMemo(
    () => ({
      lists: getFragmentData(ListFields, data?.lists.nodes ?? []).toSorted(byPosition),
      archivedLists: getFragmentData(ListFields, data?.archived.nodes ?? [])
        .filter(({ archivedAt }) => archivedAt)
        .toSorted(byPosition),
      tags: getFragmentData(TagFields, data?.tags.nodes ?? []).toSorted((a, b) =>
        a.name.localeCompare(b.name),
      ),
      savedViews: getFragmentData(SavedViewFields, data?.savedViews.nodes ?? []).toSorted(
        byPosition,
      ),
      loading: !data && !error,
      problem: !data && error ? describeError(error) : undefined,
      retry: refresh,
    }),
    [data, error, refresh],
  )
}

function byPosition(a: { position: string }, b: { position: string }): number {
  if (a.position === b.position) return 0
  return a.position < b.position ? -1 : 1
}
