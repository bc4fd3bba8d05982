'use client'

import { resolveDateFormats } from '@tend/server/domain/dates/date-formats'
import { lazy, type ReactNode, useMemo, useState, useSyncExternalStore } from 'react'
import { getFragmentData } from '../../gql/fragment-masking.ts'
import type { ShellQuery as ShellAnswer } from '../../gql/graphql.ts'
import { describeError } from '../../graphql/error-text.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { browserLocale } from '../../time/browser-locale.ts'
import type { UserClock } from '../../time/due-words.ts'
import { minuteClock } from '../../time/now.ts'
import { Later } from '../../ui/hydration/later.tsx'
import { browserTimeZone } from '../clock.ts'
import { ListFields, SavedViewFields, TagFields } from '../documents/fields.ts'
import { ShellQuery } from '../documents/shell.query.ts'
import type { RestOfShell } from './rest-of-shell.ts'
import { ClockContext } from './use-clock.ts'
import { type Shell, ShellContext } from './use-shell.ts'

export type ShellProviderProps = {
  /** When the page was asked for, and in which locale (BCP 47). */
  opened: { at: number; locale: string }
  children: ReactNode
}

const RestOfShellFollower = lazy(() =>
  import('./rest-of-shell-follower.tsx').then((module) => ({
    default: module.RestOfShellFollower,
  })),
)

const never = () => () => {}
const leftOpen = { weekStartsOn: 'AUTO', dateStyle: 'AUTO', timeStyle: 'AUTO' } as const

/**
 * Asks who is signed in and what the sidebar shows, once for all components that need it: each place has
 * many, and each one that asked would read it from the cache again.
 */
export function ShellProvider({ opened, children }: ShellProviderProps) {
  const { data, error, refresh } = useQuery({ query: ShellQuery, requestPolicy: 'cache-first' })
  const locale = useSyncExternalStore(never, browserLocale, () => opened.locale)
  const [rest, setRest] = useState<RestOfShell & { retry: () => void }>()
  const after = {
    lists: findEnd(data?.archived),
    tags: findEnd(data?.tags),
    savedViews: findEnd(data?.savedViews),
  }
  const goesOn = Boolean(after.lists ?? after.tags ?? after.savedViews)
  const shell = useMemo(
    (): Shell => ({
      ...sortShell(data, goesOn ? rest : undefined, locale),
      loading: !data && !error,
      problem: !data && error ? describeError(error) : undefined,
      isWhole: !goesOn || rest?.loading === false,
      restProblem: goesOn ? rest?.problem : undefined,
      retry: (data && rest?.retry) || refresh,
    }),
    [data, goesOn, rest, locale, error, refresh],
  )
  const clock = useUserClock(data?.me, opened.at, locale)
  return (
    <ShellContext value={shell}>
      <ClockContext value={clock}>{children}</ClockContext>
      {goesOn && (
        <Later>
          <RestOfShellFollower after={after} onChange={setRest} />
        </Later>
      )}
    </ShellContext>
  )
}

function useUserClock(
  me: ShellAnswer['me'] | undefined,
  openedAt: number,
  locale: string,
): UserClock {
  const now = useSyncExternalStore(minuteClock.subscribe, minuteClock.read, () => openedAt)
  return useMemo(
    () => ({
      now,
      timeZone: me?.timeZone ?? browserTimeZone(),
      formats: resolveDateFormats(me ?? leftOpen, locale),
    }),
    [now, locale, me],
  )
}

function sortShell(data: ShellAnswer | undefined, rest: RestOfShell | undefined, locale: string) {
  const lists = getFragmentData(ListFields, data?.lists.nodes ?? [])
  const archived = getFragmentData(ListFields, data?.archived.nodes ?? [])
  const tags = getFragmentData(TagFields, data?.tags.nodes ?? [])
  const views = getFragmentData(SavedViewFields, data?.savedViews.nodes ?? [])
  return {
    lists: join(lists, rest?.lists)
      .filter(({ archivedAt }) => !archivedAt)
      .toSorted(byPosition),
    archivedLists: join(archived, rest?.lists)
      .filter(({ archivedAt }) => archivedAt)
      .toSorted(byPosition),
    tags: join(tags, rest?.tags).toSorted((a, b) => a.name.localeCompare(b.name, locale)),
    savedViews: join(views, rest?.savedViews).toSorted(byPosition),
  }
}

/** A new one is at the end of each page that the cache holds, and counts once. */
function join<Item extends { id: string }>(first: readonly Item[], rest: readonly Item[] = []) {
  return [...new Map([...first, ...rest].map((item) => [item.id, item])).values()]
}

type Connection = { pageInfo: { hasNextPage: boolean; endCursor?: string | null } }

function findEnd(connection: Connection | undefined): string | undefined {
  const { hasNextPage, endCursor } = connection?.pageInfo ?? {}
  return hasNextPage ? (endCursor ?? undefined) : undefined
}

function byPosition(a: { position: string }, b: { position: string }): number {
  if (a.position === b.position) return 0
  return a.position < b.position ? -1 : 1
}
