'use client'

import { createContext, useContext } from 'react'
import { dayIn } from '../../time/calendar.ts'
import type { Reader } from '../../time/due-words.ts'

export const ReaderContext = createContext<Reader | undefined>(undefined)

/** Who reads: the time, to the minute, in the person's zone, and how they like it written. */
export function useReader(): Reader {
  const reader = useContext(ReaderContext)
  if (!reader) throw new Error('useReader needs a ShellProvider above: put one there.')
  return reader
}

/** The day it is for the person; changes at their midnight while the page is open. */
export function useToday(): string {
  const { now, timeZone } = useReader()
  return dayIn(timeZone, now)
}
