import { accept, type Checked, refuse } from '../checked.ts'

// RFC 3339 section 5.6. Its leap seconds (":60") are refused: neither JavaScript nor PostgreSQL
// distinguishes them from the next second.
const pattern =
  /^(\d{4}-\d\d-\d\d)[Tt](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

/**
 * Checks an instant, RFC 3339 with an offset, and returns it in UTC with milliseconds, a form in
 * which instants compare as text. It refuses days that aren't on the calendar, and instants that
 * the offset moves out of the years 1 to 9999. Never throws.
 */
export function checkInstant(text: string): Checked<string> {
  const day = pattern.exec(text)?.[1]
  if (day === undefined || !isOnCalendar(day))
    return refuse(`"${text.slice(0, 40)}" is not an instant. Write it as 2026-12-31T23:59:59.000Z.`)
  const instant = new Date(text.toUpperCase())
  const year = instant.getUTCFullYear()
  if (year < 1 || year > 9999)
    return refuse(`The instant ${text.slice(0, 40)} is outside the years 1 to 9999. Take another.`)
  return accept(instant.toISOString())
}

const lastInstant = '9999-12-31T23:59:59.999Z'

/**
 * An instant in UTC with milliseconds. In zones west of Greenwich, the last evening of the calendar is in the
 * UTC year 10000, which RFC 3339 can't write.
 */
export function writeInstant(instant: Temporal.Instant): string {
  const text = instant.toString({ fractionalSecondDigits: 3 })
  return text.startsWith('+') ? lastInstant : text
}

function isOnCalendar(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
