import type { Cache } from '@urql/exchange-graphcache'
import type { Clock } from '../time/due.ts'

/** This browser's zone: right for most people, and a fallback until their own is known. */
export function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** Now, in the signed-in person's zone if the cache knows it. */
export function readClock(cache: Cache): Clock {
  const me = cache.resolve('Query', 'me')
  const timeZone = typeof me === 'string' ? cache.resolve(me, 'timeZone') : undefined
  return { now: Date.now(), timeZone: typeof timeZone === 'string' ? timeZone : browserTimeZone() }
}
