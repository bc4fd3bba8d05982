import { accept, type Checked, refuse } from '../checked.ts'
import { checkDay, type Day, dayAt } from './day.ts'
import type { Viewpoint } from './due-date.ts'

const durationPattern =
  /^[+-]?P(?=\d|T\d)(?:\d{1,6}Y)?(?:\d{1,6}M)?(?:\d{1,6}W)?(?:\d{1,6}D)?(?:T(?=\d)(?:\d{1,6}H)?(?:\d{1,6}M)?(?:\d{1,9}S)?)?$/
const instantPattern =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/

/**
 * Resolves a day of a filter: a day itself (`2027-06-30`), or an ISO 8601 duration of years,
 * months, weeks and days counted from today in the person's zone (`P0D` today, `-P1D` yesterday,
 * `P1M` the same day of the next month or its last). The zone is read only for a duration. Never
 * throws.
 */
export function resolveDay(text: string, viewpoint: Viewpoint): Checked<Day> {
  if (!durationPattern.test(text)) {
    if (/^[+-]?P/i.test(text)) return refuseDuration(text)
    return checkDay(text)
  }
  if (text.includes('T')) {
    return refuse(`"${text}" counts hours, and this is a day. Count in days, such as P7D.`)
  }
  return withinRange(text, () =>
    Temporal.PlainDate.from(dayAt(viewpoint.now, viewpoint.timeZone))
      .add(Temporal.Duration.from(text))
      .toString(),
  )
}

/**
 * Resolves an instant of a filter: RFC 3339 with an offset (`2027-06-30T09:00:00Z`), or an ISO 8601
 * duration counted from now in the person's zone (`-PT1H`; `-P1D` is the same wall-clock time
 * yesterday, also across a change of the clocks). The zone is read only for a duration. Never
 * throws.
 */
export function resolveInstant(text: string, viewpoint: Viewpoint): Checked<Temporal.Instant> {
  if (durationPattern.test(text)) {
    const zoned = viewpoint.now.toZonedDateTimeISO(viewpoint.timeZone)
    return withinRange(text, () => zoned.add(Temporal.Duration.from(text)).toInstant())
  }
  if (/^[+-]?P/i.test(text)) return refuseDuration(text)
  if (instantPattern.test(text)) return withinRange(text, () => Temporal.Instant.from(text))
  return refuse(
    `"${text.slice(0, 40)}" is not a moment. Write it as 2027-06-30T09:00:00Z or as a duration such as -P1D.`,
  )
}

function refuseDuration(text: string) {
  return refuse(
    `"${text.slice(0, 40)}" is not a duration. Write it in ISO 8601, such as P7D or -P1M.`,
  )
}

function withinRange<T extends { toString(): string }>(text: string, resolve: () => T): Checked<T> {
  try {
    const value = resolve()
    const day = checkDay(value.toString().slice(0, 10))
    if (day.ok) return accept(value)
  } catch {
    // It is beyond Temporal's range, and so beyond ours.
  }
  return refuse(`"${text}" leads out of the calendar. Take something nearer.`)
}
