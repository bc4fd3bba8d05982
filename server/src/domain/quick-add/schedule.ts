import { addDays, checkDay, type Day, dayAt, lastDay } from '../dates/day.ts'
import { dueInstant } from '../dates/due-date.ts'
import type { RecurrenceBasis } from '../recurrence/basis.ts'
import { findFirstDay } from '../recurrence/recurrence.ts'
import type { RecurrenceEnd, RecurrenceRule } from '../recurrence/rule.ts'
import type { Choice } from './choose.ts'
import type { Clock } from './clock.ts'
import type { FoundEnd } from './finding.ts'
import type { Scene } from './phrase.ts'
import { type DayPart, dayParts } from './words.ts'

export type Schedule = {
  readonly startOn: Day | null
  readonly dueOn: Day | null
  /** `HH:MM`; always together with the zone. */
  readonly dueTime: string | null
  readonly dueTimeZone: string | null
  readonly recurrence: { readonly rule: RecurrenceRule; readonly basis: RecurrenceBasis } | null
}

/**
 * Combines the chosen findings, and drops those that contradict the others: a start after the due
 * day, an end before the first occurrence.
 */
export function makeSchedule(scene: Scene, choice: Choice): { schedule: Schedule; choice: Choice } {
  return choice.REPEAT ? makeRepeating(scene, choice) : makeSingle(scene, choice)
}

function makeSingle(scene: Scene, choice: Choice): { schedule: Schedule; choice: Choice } {
  const { START: start, DATE: date } = choice
  const { defaultDay, today } = scene
  const later = defaultDay !== null && defaultDay > today ? defaultDay : null
  const written = start?.dueDay ?? date?.day ?? null
  const timed = makeTime(scene, choice, written ?? (choice.TIME || choice.PART ? later : null))
  const isEarly = start && timed.day !== null && timed.day < start.day
  const fitting = isEarly && date?.isWeekday && nextSameWeekday(timed.day ?? start.day, start.day)
  if (fitting && checkDay(fitting).ok)
    return { schedule: { ...single(timed), startOn: start.day, dueOn: fitting }, choice }
  if (isEarly) {
    const { START, ...rest } = choice
    if (!date?.isWeekday) return makeSingle(scene, rest)
    // Counted from the start, the weekday is outside the calendar; counted from today, it isn't
    // what was written.
    const { DATE, TIME, PART, ...untimed } = rest
    return makeSingle(scene, untimed)
  }
  const fallback = start && defaultDay !== null && defaultDay < start.day ? null : defaultDay
  const dueOn = timed.day ?? fallback
  return { schedule: { ...single(timed), startOn: start?.day ?? null, dueOn }, choice }
}

function makeRepeating(scene: Scene, choice: Choice): { schedule: Schedule; choice: Choice } {
  const { REPEAT: repeat, START: start, DATE: date, END: end } = choice
  if (!repeat) throw new Error('Expected a choice with a repeat, found none')
  const { rule, basis } = repeat
  const anchor = start?.day ?? date?.day
  const firstFrom = (day: Day) => findFirstDay({ rule, basis, start: day }) ?? day
  const today = findFirst(scene, choice, anchor, firstFrom)
  const bound = end?.end ?? (start?.dueDay ? { until: start.dueDay } : undefined)
  const ended = bound ? endRule(rule, bound, today.day) : rule
  if (!ended) {
    const { END, START, ...rest } = choice
    return makeRepeating(scene, END ? { ...rest, ...(START && { START }) } : rest)
  }
  const recurrence = { rule: ended, basis }
  return {
    schedule: { ...single(today), dueOn: today.day, startOn: null, recurrence },
    choice,
  }
}

/** A day and time as they were written; null for what wasn't. */
export type Timed = {
  readonly day: Day | null
  readonly time: string | null
  readonly zone: string | null
}

/** The first day of a repeat: today only if its time hasn't passed. */
function findFirst(
  scene: Scene,
  choice: Choice,
  anchor: Day | undefined,
  firstFrom: (day: Day) => Day,
): Timed & { readonly day: Day } {
  const zone = zoneOf(scene, choice)
  const today = anchor ?? dayAt(scene.now, zone)
  const time = choice.DATE?.time ?? toTime(choice.TIME?.clock, partOf(choice))
  const first = firstFrom(today)
  const isOver = anchor === undefined && time !== null && isPast(scene, first, time, zone)
  const day = isOver ? firstFrom(addDays(today, 1)) : first
  return { day, time, zone: time === null ? null : zone }
}

/** The parts that say a day and a time. */
type Written = Pick<Choice, 'DATE' | 'TIME' | 'PART' | 'REPEAT'>

/** A day and time as they were written; a time without a day is the next such time. */
export function makeTime(scene: Scene, choice: Written, written: Day | null): Timed {
  const { TIME: found, DATE: date, PART: part } = choice
  const zone = zoneOf(scene, choice)
  if (date?.time != null) return { day: date.day, time: date.time, zone: date.timeZone ?? zone }
  const vague = partOf(choice)
  const time = toTime(found?.clock, vague)
  if (time === null) return { day: written, time, zone: null }
  const today = dayAt(scene.now, zone)
  const isVague = found === undefined
  const day = written ?? today
  if (!isPast(scene, day, time, zone)) return { day, time, zone }
  // "This morning", written at noon, means the day.
  const isOfToday = written === scene.today || part?.part === 'close'
  if (isVague && isOfToday) return { day, time: null, zone: null }
  if (written !== null && written !== scene.today) return { day, time, zone }
  const later = found && !found.clock.isSure && !vague ? toTime(found.clock, 'evening') : null
  if (later !== null && !isPast(scene, day, later, zone)) return { day, time: later, zone }
  return { day: written ?? addDays(today, 1), time, zone }
}

/**
 * The time on a 24-hour clock. An hour from 1 to 6 without am or pm is in the afternoon, unless the
 * part of the day says otherwise.
 */
function toTime(clock: Clock | undefined, part: DayPart | null): string | null {
  if (!clock) return part && dayParts[part]
  const isMorning = part === 'morning'
  const isLate = part === 'night' ? clock.hour >= 6 : part !== null && !isMorning
  const isAfternoon = isLate || (part === null && clock.hour < 7)
  const moves = !clock.isSure && clock.hour < 12 && isAfternoon
  const hour = clock.hour + (moves ? 12 : 0)
  return `${String(hour).padStart(2, '0')}:${String(clock.minute).padStart(2, '0')}`
}

function partOf({ PART: part, REPEAT: repeat, DATE: date }: Written): DayPart | null {
  return part?.part ?? repeat?.part ?? date?.part ?? null
}

function zoneOf({ timeZone }: Scene, { TIME: time }: Written): string {
  return time?.timeZone ?? timeZone
}

/** Whether that time is over. */
export function isPast({ now }: Scene, day: Day, time: string, zone: string): boolean {
  return Temporal.Instant.compare(dueInstant(day, time, zone), now) <= 0
}

function single({ day, time, zone }: Timed): Schedule {
  return { startOn: null, dueOn: day, dueTime: time, dueTimeZone: zone, recurrence: null }
}

function nextSameWeekday(day: Day, from: Day): Day {
  const distance = Temporal.PlainDate.from(day).until(from).days
  return addDays(day, Math.ceil(distance / 7) * 7)
}

function endRule(
  rule: RecurrenceRule,
  end: FoundEnd['end'],
  first: Day,
): RecurrenceRule | undefined {
  if ('count' in end) return { ...rule, end: { kind: 'count', count: end.count } }
  const until = 'until' in end ? end.until : lastDayOf(end.span, first)
  const bound: RecurrenceEnd = { kind: 'until', until }
  return until < first ? undefined : { ...rule, end: bound }
}

/** "For 2 weeks": two weeks including the first day, or as many as the calendar has. */
function lastDayOf(
  { count, unit }: Extract<FoundEnd['end'], { span: object }>['span'],
  first: Day,
): Day {
  const last = Temporal.PlainDate.from(first)
    .add({ [unit]: count })
    .subtract({ days: 1 })
    .toString()
  return checkDay(last).ok ? last : lastDay
}
