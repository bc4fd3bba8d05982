import { dayIn, daysBetween } from './calendar.ts'
import type { Clock } from './due.ts'

const dayMs = 86_400_000

/**
 * How long something stays that is kept for so many days, in days of the person's time zone: "12 days left".
 *
 * @param since an instant, when the days began
 */
export function describeDaysLeft(since: string, days: number, { now, timeZone }: Clock): string {
  const last = dayIn(timeZone, new Date(Date.parse(since) + days * dayMs).toISOString())
  const left = daysBetween(dayIn(timeZone, now), last)
  // It goes with the next cleaning, which may come some hours later.
  if (left <= 0) return 'Goes today'
  return left === 1 ? 'Goes tomorrow' : `${left} days left`
}
