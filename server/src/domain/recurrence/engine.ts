import { RRuleTemporal } from 'rrule-temporal'
import { type Day, lastDay } from '../dates/day.ts'
import { type RecurrenceRule, weekdays } from './rule.ts'

/** The days of a rule from a start on, ignoring its count. */
export type DayEngine = {
  /** The first day on or after `day`, or undefined when there is none up to the rule's last day. */
  findFrom(day: Day): Day | undefined
  /** The first `count` days, of which it returns those on or after `from`, at most `limit`. */
  listWithin(count: number, from: Day, limit: number): Day[]
}

type EnginePart = Pick<RecurrenceRule, 'months' | 'monthDays' | 'setPosition'>

/**
 * Expands a rule from `start` on. Everything happens at midnight in UTC, which exists on every day,
 * so the process's own zone has no influence. The instant of a day's due time is computed
 * elsewhere.
 */
export function createDayEngine(rule: RecurrenceRule, start: Day): DayEngine {
  const anchored = anchorRule(rule, start)
  const until = anchored.end.kind === 'until' ? anchored.end.until : lastDay
  const engines = listEngineParts(anchored).map(
    (part) =>
      new RRuleTemporal({
        freq: anchored.frequency,
        interval: anchored.interval,
        byMonth: [...part.months],
        byMonthDay: [...part.monthDays],
        byDay: anchored.weekdays.map(({ weekday, ordinal }) => `${ordinal ?? ''}${weekday}`),
        ...(part.setPosition === null ? {} : { bySetPos: [part.setPosition] }),
        wkst: anchored.weekStart,
        dtstart: midnight(start),
        until: midnight(until),
      }),
  )
  return {
    findFrom(day) {
      const found = engines.map((engine) => engine.next(midnight(day), true))
      return found
        .filter((date) => date !== null)
        .map(toDay)
        .sort()[0]
    },
    listWithin(count, from, limit) {
      const bound = midnight(from).epochMilliseconds
      const found = new Set<number>()
      for (const engine of engines) {
        let wanted = limit
        engine.all((date, index) => {
          if (index >= count || wanted === 0) return false
          found.add(date.epochMilliseconds)
          if (date.epochMilliseconds >= bound) wanted -= 1
          return true
        })
      }
      const counted = [...found].sort((a, b) => a - b).slice(0, count)
      const within = counted.filter((milliseconds) => milliseconds >= bound).slice(0, limit)
      return within.map((milliseconds) => new Date(milliseconds).toISOString().slice(0, 10))
    },
  }
}

/** The same rule, with what it took from the start of its series written out (RFC 5545, 3.3.10). */
export function anchorRule(rule: RecurrenceRule, start: Day): RecurrenceRule {
  if (rule.weekdays.length + rule.monthDays.length > 0) return rule
  const date = Temporal.PlainDate.from(start)
  if (rule.frequency === 'WEEKLY') {
    return { ...rule, weekdays: [{ weekday: weekdayOf(start), ordinal: null }] }
  }
  if (rule.frequency === 'MONTHLY') return { ...rule, monthDays: [date.day] }
  if (rule.frequency === 'YEARLY') {
    const months = rule.months.length > 0 ? rule.months : [date.month]
    return { ...rule, months, monthDays: [date.day] }
  }
  return rule
}

export function weekdayOf(day: Day) {
  return weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? 'MO'
}

/**
 * The 29th, 30th or 31st, or else the month's last day, is the last existing day from the 28th to
 * that one. A set position picks one such day per period, so each day is a part of its own. RFC
 * 7529's SKIP=BACKWARD expresses the same in a word, but rrule-temporal 2.2.8 leaves short months
 * out of monthly rules with it.
 */
export function listEngineParts(rule: RecurrenceRule): EnginePart[] {
  const { months, monthDays, setPosition } = rule
  const certain = monthDays.filter((day) => day <= 28)
  const parts: EnginePart[] = []
  if (certain.length > 0 || monthDays.length === 0) {
    parts.push({ months, monthDays: certain, setPosition })
  }
  const periods = months.length > 0 ? months.map((month) => [month]) : [[]]
  for (const day of monthDays.filter((day) => day > 28)) {
    const candidates = [28, 29, 30, 31].filter((candidate) => candidate <= day)
    for (const period of periods) {
      parts.push({ months: period, monthDays: candidates, setPosition: -1 })
    }
  }
  return parts
}

function midnight(day: Day): Temporal.ZonedDateTime {
  return Temporal.PlainDate.from(day).toZonedDateTime('UTC')
}

function toDay(date: { toString(): string }): Day {
  return date.toString().slice(0, 10)
}
