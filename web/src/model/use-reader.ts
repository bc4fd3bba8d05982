'use client'

import { resolveDateFormats } from '@tend/server/domain/date-formats'
import { useMemo, useSyncExternalStore } from 'react'
import { useQuery } from '../graphql/use-query.ts'
import { browserLocale } from '../time/browser-locale.ts'
import { dayIn } from '../time/calendar.ts'
import type { Reader } from '../time/due-words.ts'
import { minuteClock } from '../time/now.ts'
import { browserTimeZone } from './clock.ts'
import { ShellQuery } from './shell.query.ts'

const leftOpen = { weekStartsOn: 'AUTO', dateStyle: 'AUTO', timeStyle: 'AUTO' } as const

/** Who reads: the time, to the minute, in the person's zone, and how they like it written. */
export function useReader(): Reader {
  const { data } = useQuery({ query: ShellQuery, requestPolicy: 'cache-first' })
  const now = useSyncExternalStore(minuteClock.subscribe, minuteClock.read, () => 0)
  const me = data?.me
  return useMemo(
    () => ({
      now,
      timeZone: me?.timeZone ?? browserTimeZone(),
      formats: resolveDateFormats(me ?? leftOpen, browserLocale()),
    }),
    [now, me],
  )
}

/** The day it is for the person; changes at their midnight while the page is open. */
export function useToday(): string {
  const { now, timeZone } = useReader()
  return dayIn(timeZone, now)
}
