import { accept, type Checked, refuse } from '../checked.ts'

// Temporal also accepts "+02:00" as a zone, but an offset has no daylight saving time.
const zoneName = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/

/**
 * Checks the name of a zone of the IANA time zone database, and returns it in the database's own
 * spelling. A link keeps its name, so that `Asia/Calcutta` stays what its user calls it. Never
 * throws.
 */
export function checkTimeZone(name: string): Checked<string> {
  try {
    if (zoneName.test(name)) return accept(new Temporal.ZonedDateTime(0n, name).timeZoneId)
  } catch {
    // The message below covers both cases.
  }
  return refuse(
    `"${name.slice(0, 40)}" is not a known time zone. Give an IANA name such as Europe/Berlin.`,
  )
}
