'use client'

import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useClient } from 'urql'
import type { CountsQuery as CountsAnswer } from '../../gql/graphql.ts'
import { useConnection } from '../../graphql/graphql-provider.tsx'
import { CountsQuery } from '../documents/counts.query.ts'
import { useToday } from './use-clock.ts'

/** How many open tasks that have begun a list or a tag has, by its id; those of today under `today`. */
export type Counts = ReadonlyMap<string | undefined, number>

const burstMs = 200
// In the cache a count would be a field of its list: with each one that changes, every page of tasks
// that shows the list would be read again.
const asking = { requestPolicy: 'network-only', uncached: true } as const

/** Counts again whenever something has changed, here or elsewhere: only the API can. */
export function useCounts(): Counts {
  const client = useClient()
  const { status } = useConnection()
  const changeCount = useSyncExternalStore(
    status.subscribe,
    () => status.read().changeCount,
    () => 0,
  )
  const today = useToday()
  const [counts, setCounts] = useState<Counts>(() => new Map())
  const last = useRef(Promise.resolve())

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change, and each day, changes the counts.
  useEffect(() => {
    async function count(): Promise<void> {
      const { data } = await client.query(CountsQuery, {}, asking).toPromise()
      if (!data) return
      const goesOn = data.lists.pageInfo.hasNextPage || data.tags.pageInfo.hasNextPage
      const more = goesOn
        ? await import('./more-counts.ts').then((m) => m.listMoreCounts(client, data, asking))
        : []
      setCounts(readCounts(data, more))
    }
    // One after another, because an answer on its way may not include the latest change.
    const timer = setTimeout(
      () => {
        last.current = last.current.then(count)
      },
      changeCount > 0 ? burstMs : 0,
    )
    return () => clearTimeout(timer)
  }, [client, changeCount, today])

  return counts
}

function readCounts(
  { lists, tags, tasks }: CountsAnswer,
  more: CountsAnswer['lists']['nodes'],
): Counts {
  const owned = [...lists.nodes, ...tags.nodes, ...more]
  return new Map([
    ...owned.map(
      ({ id, openTaskCount, aheadTaskCount }) => [id, openTaskCount - aheadTaskCount] as const,
    ),
    ['today', tasks.totalCount],
  ])
}
