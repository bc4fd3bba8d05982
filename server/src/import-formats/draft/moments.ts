import { checkDay, type Day } from '../../domain/dates/day.ts'
import { checkTimeZone } from '../../domain/dates/time-zone.ts'
import type { DraftDue } from './draft.ts'
import { windowsZones } from './windows-zones.ts'

/** A date as files write it: a day, maybe a time, maybe how far that is from UTC. */
type Written = { day: Day; time: string | undefined; seconds: string; offset: string | undefined }

const written =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s?(Z|[+-]\d\d:?\d\d)?)?$/i

function readWritten(text: string): Written | undefined {
  const match = written.exec(text.trim())
  if (!match) return undefined
  const [, year, month, date, hours, minutes, seconds = '00', offset] = match
  const day = `${year}-${month}-${date}`
  if (!checkDay(day).ok) return undefined
  if (hours === undefined) return { day, time: undefined, seconds, offset: undefined }
  if (hours > '23' || (minutes ?? '') > '59' || seconds > '59') return undefined
  return { day, time: `${hours}:${minutes}`, seconds, offset: offset && spellOffset(offset) }
}

function spellOffset(offset: string): string {
  if (/^z$/i.test(offset)) return 'Z'
  return offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`
}

/**
 * The instant of a date and time, in UTC; without an offset it is in this zone, without a time at its noon.
 * Undefined for what is no date.
 */
export function toInstant(text: string | undefined, timeZone: string): string | undefined {
  const found = readWritten(text ?? '')
  if (!found) return undefined
  const { day, time = '12:00', seconds, offset } = found
  try {
    const instant = offset
      ? Temporal.Instant.from(`${day}T${time}:${seconds}${offset}`)
      : Temporal.PlainDateTime.from(`${day}T${time}:${seconds}`)
          .toZonedDateTime(timeZone)
          .toInstant()
    return instant.epochMilliseconds > 0 ? fromEpoch(instant.epochMilliseconds) : undefined
  } catch {
    return undefined
  }
}

/** An instant by its milliseconds since 1970; undefined before that, and for what no calendar has. */
export function fromEpoch(milliseconds: number | undefined): string | undefined {
  if (milliseconds === undefined || milliseconds <= 0 || milliseconds > 253_402_300_799_999)
    return undefined
  return new Date(milliseconds).toISOString()
}

/** The day that is written, whatever time follows it. */
export function toDay(text: string | undefined): Day | undefined {
  return readWritten(text ?? '')?.day
}

/**
 * When something is due: an instant becomes the time on the clock of this zone, a time without an offset is
 * one on that clock already.
 */
export function toDue(text: string | undefined, timeZone: string): DraftDue | undefined {
  const found = readWritten(text ?? '')
  if (!found) return undefined
  const { day, time, seconds, offset } = found
  if (time === undefined) return { day }
  if (offset === undefined) return { day, time, timeZone }
  try {
    const local = Temporal.Instant.from(`${day}T${time}:${seconds}${offset}`)
      .toZonedDateTimeISO(timeZone)
      .toPlainDateTime()
    const localDay = local.toPlainDate().toString()
    return checkDay(localDay).ok
      ? { day: localDay, time: local.toPlainTime().toString().slice(0, 5), timeZone }
      : undefined
  } catch {
    return undefined
  }
}

/** A zone by its name here or in Windows; undefined for one that nobody knows. */
export function toTimeZone(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  const checked = checkTimeZone(windowsZones.get(name.trim()) ?? name.trim())
  return checked.ok ? checked.value : undefined
}
