import type { Reminder } from './reminder.ts'
import { type DueFields, findRingInstant, type RingSettings } from './ring-instants.ts'

/** A reminder at an instant at which it rings. */
export type Ring = { reminder: Reminder; at: Temporal.Instant }

export type RingPlan = {
  /** What rings now, in order. */
  due: Ring[]
  /** When something rings next; null when nothing does. */
  nextAt: Temporal.Instant | null
}

/**
 * What rings of a task's reminders, and when next. An open task is expected: nothing rings of one that is
 * completed or in the trash.
 *
 * @param period what has rung up to `after` isn't repeated; `now` is included
 */
export function planRings(
  { reminders, ...due }: DueFields & { reminders: readonly Reminder[] | null },
  settings: RingSettings,
  { after, now }: { after: Temporal.Instant; now: Temporal.Instant },
): RingPlan {
  const coming = (reminders ?? [])
    .flatMap((reminder) => listInstants(reminder, due, settings).map((at) => ({ reminder, at })))
    .filter(({ at }) => Temporal.Instant.compare(at, after) > 0)
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
  const isDue = ({ at }: Ring) => Temporal.Instant.compare(at, now) <= 0
  return { due: coming.filter(isDue), nextAt: coming.find((ring) => !isDue(ring))?.at ?? null }
}

/** When a reminder rings next after an instant; null when it doesn't any more. */
export function findNextRing(
  reminder: Reminder,
  due: DueFields,
  settings: RingSettings,
  after: Temporal.Instant,
): Temporal.Instant | null {
  return planRings({ ...due, reminders: [reminder] }, settings, { after, now: after }).nextAt
}

function listInstants(
  reminder: Reminder,
  due: DueFields,
  settings: RingSettings,
): Temporal.Instant[] {
  const { setAt, dismissedAt, snoozedUntil } = reminder
  const own = findRingInstant(reminder, due, settings)
  const isAhead = (limit: string | null) =>
    limit === null || (own !== null && Temporal.Instant.compare(own, limit) > 0)
  return [
    ...(own && isAhead(setAt) && isAhead(dismissedAt) ? [own] : []),
    ...(snoozedUntil === null ? [] : [Temporal.Instant.from(snoozedUntil)]),
  ]
}
