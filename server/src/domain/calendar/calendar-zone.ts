import { icsLine } from '../text/ics.ts'

/** When an offset begins, in the local time of the offset before (RFC 5545 section 3.6.5). */
type Onset = { kind: 'STANDARD' | 'DAYLIGHT'; from: string; to: string; at: string }

/**
 * A VTIMEZONE with the changes of these years alone, each written out: what a zone will do in all years to come
 * no rule says. Lists of them (RDATE) would be shorter, but ical.js 2.2.1 takes only the first of a list.
 *
 * @param timeZone an IANA name
 */
export function writeCalendarZone(timeZone: string, years: Iterable<number>): string {
  const sorted = [...new Set(years)].sort((one, other) => one - other)
  const onsets = sorted.flatMap((year, nth) => {
    const [first, ...changes] = listOnsets(timeZone, year)
    // The year before has led up to it.
    return first && sorted[nth - 1] !== year - 1 ? [first, ...changes] : changes
  })
  return [
    icsLine('BEGIN', 'VTIMEZONE'),
    icsLine('TZID', timeZone),
    ...onsets.map(
      ({ kind, at, from, to }) =>
        icsLine('BEGIN', kind) +
        icsLine('DTSTART', at) +
        icsLine('TZOFFSETFROM', from) +
        icsLine('TZOFFSETTO', to) +
        icsLine('END', kind),
    ),
    icsLine('END', 'VTIMEZONE'),
  ].join('')
}

/** The offset with which a year begins, and those that follow in it. */
function listOnsets(timeZone: string, year: number): Onset[] {
  const begin = Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(timeZone)
  const own = toOffset(begin)
  const found: Onset[] = [
    { kind: 'STANDARD', from: own, to: own, at: toLocal(begin.toPlainDateTime()) },
  ]
  let change = begin.getTimeZoneTransition('next')
  while (change && change.year === year) {
    const before = change.subtract({ nanoseconds: 1 })
    if (before.offset !== change.offset)
      found.push({
        kind: change.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD',
        from: toOffset(before),
        to: toOffset(change),
        at: toLocal(before.toPlainDateTime().add({ nanoseconds: 1 })),
      })
    change = change.getTimeZoneTransition('next')
  }
  return found
}

/** `+0100`, with seconds where old ones have them. */
function toOffset({ offset }: Temporal.ZonedDateTime): string {
  return offset.replaceAll(':', '')
}

/** `20261025T030000` */
function toLocal(local: Temporal.PlainDateTime): string {
  return local.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
}
