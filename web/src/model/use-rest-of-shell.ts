import { useEffect, useMemo, useState } from 'react'
import { useClient } from 'urql'
import type { ShellQuery as ShellAnswer } from '../gql/graphql.ts'
import type { List, SavedView, Tag } from './fields.ts'

/** Where each kind goes on behind its first hundred; nothing where it doesn't. */
export type ShellCursors = Record<'lists' | 'tags' | 'savedViews', string | undefined>

export type RestOfShell = {
  lists: readonly List[]
  tags: readonly Tag[]
  savedViews: readonly SavedView[]
  /** Whether more of it is still to come. */
  loading: boolean
  /** Why it doesn't come, as a sentence. */
  problem: string | undefined
}

const nothing: RestOfShell = {
  lists: [],
  tags: [],
  savedViews: [],
  loading: false,
  problem: undefined,
}

/** What stands in the sidebar beyond the first hundred of each kind, where there is more. */
export function useRestOfShell(data: ShellAnswer | undefined): RestOfShell & { retry: () => void } {
  const client = useClient()
  const [rest, setRest] = useState<RestOfShell>(nothing)
  const [attempt, setAttempt] = useState(0)
  const lists = findEnd(data?.archived)
  const tags = findEnd(data?.tags)
  const savedViews = findEnd(data?.savedViews)
  const goesOn = Boolean(lists ?? tags ?? savedViews)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt asks anew.
  useEffect(() => {
    if (!goesOn) return setRest(nothing)
    let stop = () => {}
    let isOver = false
    setRest((known) => ({ ...known, loading: true, problem: undefined }))
    import('./rest-of-shell.ts').then(
      ({ followRestOfShell }) => {
        if (!isOver) stop = followRestOfShell(client, { lists, tags, savedViews }, setRest)
      },
      () => setRest({ ...nothing, problem: 'Tend is out of reach.' }),
    )
    return () => {
      isOver = true
      stop()
    }
  }, [client, goesOn, lists, tags, savedViews, attempt])

  // Until the effect has run, nobody has looked for it yet.
  const loading = rest.loading || (goesOn && rest === nothing)
  return useMemo(
    () => ({ ...rest, loading, retry: () => setAttempt((count) => count + 1) }),
    [rest, loading],
  )
}

type Connection = { pageInfo: { hasNextPage: boolean; endCursor?: string | null } }

function findEnd(connection: Connection | undefined): string | undefined {
  const { hasNextPage, endCursor } = connection?.pageInfo ?? {}
  return hasNextPage ? (endCursor ?? undefined) : undefined
}
