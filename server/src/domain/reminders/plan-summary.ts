import { addDays, type Day, dayAt } from '../dates/day.ts'
import { dueInstant } from '../dates/due-date.ts'

/** Whether the summary of a day is to be sent, and when the next one is. */
export type SummaryPlan = { day: Day | null; nextAt: Temporal.Instant }

/**
 * When the summary of a day comes: once a day at a wall-clock time of the person's zone.
 *
 * @param period what was due up to `after` is done; `now` is included
 */
export function planSummary(
  { summaryTime, timeZone }: { summaryTime: string; timeZone: string },
  { after, now }: { after: Temporal.Instant; now: Temporal.Instant },
): SummaryPlan {
  const today = dayAt(now, timeZone)
  const at = dueInstant(today, summaryTime, timeZone)
  if (Temporal.Instant.compare(at, now) > 0) return { day: null, nextAt: at }
  const nextAt = dueInstant(addDays(today, 1), summaryTime, timeZone)
  return { day: Temporal.Instant.compare(at, after) > 0 ? today : null, nextAt }
}
