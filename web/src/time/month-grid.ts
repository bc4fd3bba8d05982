import type { DateFormats } from '@tend/server/domain/dates/date-formats'
import type { Day } from '@tend/server/domain/dates/day'
import { startOfWeek } from '@tend/server/domain/dates/format-date'
import { shiftDay } from './calendar.ts'

/** The weeks that a day's month touches, each seven days, also those of the months beside it. */
export function listWeeks(day: Day, formats: DateFormats): Day[][] {
  const month = day.slice(0, 7)
  const weeks: Day[][] = []
  for (
    let start = startOfWeek(`${month}-01`, formats);
    start.slice(0, 7) <= month;
    start = shiftDay(start, 7)
  ) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((passed) => shiftDay(start, passed)))
  }
  return weeks
}

/** The same day so many months later or earlier, or that month's last day where it has none. */
export function shiftMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  last.setUTCDate(Math.min(date, last.getUTCDate()))
  return last.toISOString().slice(0, 10)
}

/**
 * The day that a key moves to in a grid of days, by the ARIA Authoring Practices for date pickers;
 * undefined for other keys.
 */
export function moveByKey(
  day: Day,
  { key, shiftKey }: { key: string; shiftKey: boolean },
  formats: DateFormats,
): Day | undefined {
  switch (key) {
    case 'ArrowLeft':
      return shiftDay(day, -1)
    case 'ArrowRight':
      return shiftDay(day, 1)
    case 'ArrowUp':
      return shiftDay(day, -7)
    case 'ArrowDown':
      return shiftDay(day, 7)
    case 'Home':
      return startOfWeek(day, formats)
    case 'End':
      return shiftDay(startOfWeek(day, formats), 6)
    case 'PageUp':
      return shiftMonths(day, shiftKey ? -12 : -1)
    case 'PageDown':
      return shiftMonths(day, shiftKey ? 12 : 1)
    default:
      return undefined
  }
}
