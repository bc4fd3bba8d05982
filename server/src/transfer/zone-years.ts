import { writeCalendarZone } from '../domain/calendar/calendar-zone.ts'

/** How far ahead a repeat's zone is written out. Its first year moves on with each completion. */
const repeatYears = 5

/** The zones that times of a calendar are in, each with the years for which it has to be known. */
export class ZoneYears {
  readonly #years = new Map<string, Set<number>>()

  /** Notes a time on a day, `2027-06-30`, and where a series goes on from there. */
  add(timeZone: string, day: string, isSeries: boolean): void {
    const years = this.#years.get(timeZone) ?? new Set()
    this.#years.set(timeZone, years)
    const first = Number(day.slice(0, 4))
    for (let year = first; year <= first + (isSeries ? repeatYears : 0); year += 1) years.add(year)
  }

  /** A VTIMEZONE for each: a calendar must bring every zone it names (RFC 5545 section 3.6.5). */
  write(): string {
    return [...this.#years].map(([timeZone, years]) => writeCalendarZone(timeZone, years)).join('')
  }
}
