import { useEffect, useSyncExternalStore } from 'react'
import { useClient } from 'urql'
import { graphql } from '../graphql/document.ts'
import { useConnection } from '../graphql/graphql-provider.tsx'
import { useToday } from '../model/shell/use-clock.ts'

const TodayCountQuery = graphql(`
  query TodayCount {
    tasks(
      first: 1
      filter: {
        completed: { eq: false }
        list: { archived: { eq: false } }
        plannedState: { in: [OVERDUE, TODAY] }
      }
    ) {
      totalCount
    }
  }
`)

const burstMs = 1_000

/** Shows on the installed app's icon how much there is for today. Tabs of a browser have no such icon, and don't count. */
export function useAppBadge(): void {
  const client = useClient()
  const { status } = useConnection()
  const today = useToday()
  const changeCount = useSyncExternalStore(status.subscribe, () => status.read().changeCount)

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change, and each day, changes the count.
  useEffect(() => {
    if (!('setAppBadge' in navigator) || !isInstalled()) return
    const timer = setTimeout(async () => {
      const asking = { requestPolicy: 'network-only', uncached: true } as const
      const { data } = await client.query(TodayCountQuery, {}, asking).toPromise()
      // Without a permission to notify, some systems refuse; the count is in the app as well.
      if (data) await navigator.setAppBadge(data.tasks.totalCount).catch(() => {})
    }, burstMs)
    return () => clearTimeout(timer)
  }, [client, changeCount, today])
}

const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches
