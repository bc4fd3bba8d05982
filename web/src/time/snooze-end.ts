import { dayIn, instantIn, shiftDay } from './calendar.ts'

const hourMs = 3_600_000

export type Snooze = 'hour' | 'tomorrow'

/**
 * The instant at which a snoozed reminder rings again, in milliseconds since 1970: tomorrow is at the time that
 * its person begins their day, in their zone.
 */
export function findSnoozeEnd(
  snooze: Snooze,
  { now, timeZone, dayTime }: { now: number; timeZone: string; dayTime: string },
): number {
  if (snooze === 'hour') return now + hourMs
  return instantIn(timeZone, shiftDay(dayIn(timeZone, now), 1), dayTime)
}
