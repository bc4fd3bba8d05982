'use client'

import { createContext, useContext } from 'react'
import { dayIn } from '../../time/calendar.ts'
import type { UserClock } from '../../time/due-words.ts'

export const ClockContext = createContext<UserClock | undefined>(undefined)

/** Now, to the minute, the person's time zone, and how they like dates written. */
export function useClock(): UserClock {
  const clock = useContext(ClockContext)
  if (!clock) throw new Error('useClock needs a ShellProvider above: put one there.')
  return clock
}

/** The day it is for the person; changes at their midnight while the page is open. */
export function useToday(): string {
  const { now, timeZone } = useClock()
  return dayIn(timeZone, now)
}
