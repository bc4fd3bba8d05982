import { addDays, checkDay, type Day, dayAt } from '../dates/day.ts'
import { dueInstant } from '../dates/due-date.ts'
import {
  endsLoosely,
  isTitleCase,
  type Read,
  type Scene,
  skipAny,
  skipWords,
  wordAt,
} from './phrase.ts'
import { readCount, readLength, type Span } from './span.ts'
import { findOn, startOfNextWeek } from './weekday.ts'
import { lookUp, monthWords } from './words.ts'

/** A day, with a time if it was counted in hours or minutes, in a zone that can express it. */
export type RelativeDay = {
  readonly day: Day
  readonly time: string | null
  readonly timeZone: string | null
}

/** `tomorrow`, `in 3 days`, `next week`, `this weekend`, `end of the month`, `start of next week`. */
export function readRelativeDay(scene: Scene, index: number): Read<RelativeDay> | undefined {
  return (
    readPhrase(scene, index) ??
    readInWorkdays(scene, index) ??
    readInSpan(scene, index) ??
    readEdgeOf(scene, index)
  )
}

const nextWorkday = (scene: Scene) => addWorkdays(scene.today, 1)
const phrases: Readonly<Record<string, (scene: Scene) => Day>> = {
  today: ({ today }) => today,
  'later today': ({ today }) => today,
  tomorrow: ({ today }) => addDays(today, 1),
  'the day after tomorrow': ({ today }) => addDays(today, 2),
  'day after tomorrow': ({ today }) => addDays(today, 2),
  'next week': nextMonday,
  'the week after next': (scene) => addDays(nextMonday(scene), 7),
  'week after next': (scene) => addDays(nextMonday(scene), 7),
  'next month': ({ today }) => startOf(today, { months: 1 }),
  'next year': ({ today }) => startOf(today, { years: 1 }),
  'this weekend': (scene) => thisWeekend(scene),
  'the weekend': (scene) => thisWeekend(scene),
  'next weekend': (scene) => nextWeekend(scene),
  'month end': ({ today }) => endOf(today, 'month'),
  'year end': ({ today }) => endOf(today, 'year'),
  'next workday': nextWorkday,
  'next working day': nextWorkday,
  'next business day': nextWorkday,
}
const phraseNames = Object.keys(phrases).sort((a, b) => b.length - a.length)

/** A day with a fixed phrase: `tomorrow`, `next week`. */
export function readPhrase(scene: Scene, index: number): Read<RelativeDay> | undefined {
  for (const name of phraseNames) {
    const next = skipWords(scene, index, name)
    if (next === undefined) continue
    if (next - index > 1 && hasTitleCase(scene, index, next)) return undefined
    // "The weekend" and "month end" are days only after a word such as over, at or by.
    const isSaid = /^(?:over|at|on|by|before)$/.test(wordAt(scene, index - 1))
    if (/^(?:the week|month |year )end$/.test(name) && !isSaid) continue
    const day = phrases[name]?.(scene)
    return day === undefined ? undefined : at(day, next)
  }
  return undefined
}

/** `in 3 days`, `within a week`, `in 2h`, `2 hours from now`. */
function readInSpan(scene: Scene, index: number): Read<RelativeDay> | undefined {
  const isIn = /^(?:in|within)$/.test(wordAt(scene, index))
  const length = readLength(scene, isIn ? index + 1 : index)
  const end = length && (isIn ? length.next : skipWords(scene, length.next, 'from now'))
  if (!length || end === undefined) return undefined
  const value = addSpans(scene, length.value)
  const time = wordAt(scene, end) === "'" ? end + 1 : end
  return value && { value, next: isIn && wordAt(scene, time) === 'time' ? time + 1 : end }
}

/** `in 3 working days`, `within 5 business days`: weekends aren't counted. */
function readInWorkdays(scene: Scene, index: number): Read<RelativeDay> | undefined {
  const isIn = /^(?:in|within)$/.test(wordAt(scene, index))
  const count = readCount(scene, isIn ? index + 1 : index)
  if (!count || count.value > 200) return undefined
  const next = skipAny(scene, count.next, [
    ...['working days', 'working day', 'business days', 'business day', 'workdays', 'workday'],
  ])
  const end = isIn ? next : skipWords(scene, next, 'from now')
  if (next === count.next || end === undefined) return undefined
  return at(addWorkdays(scene.today, count.value), end)
}

/** `end of month`, `by the end of next week`, `eom`, `end of march`, `start of next week`, `mid june`. */
function readEdgeOf(scene: Scene, index: number): Read<RelativeDay> | undefined {
  const short = lookUp(shortEnds, wordAt(scene, index))
  if (short) return at(short(scene), index + 1)
  const middle = readMiddle(scene, index)
  if (middle) return middle
  const end = skipAny(scene, index, ['the end of', 'end of'])
  const start = skipAny(scene, index, [
    ...['the start of', 'start of', 'the beginning of', 'beginning of'],
  ])
  const of = Math.max(end, start)
  if (of === index || hasTitleCase(scene, index, of)) return undefined
  const which = /^(?:next|the|this)$/.exec(wordAt(scene, of))?.[0]
  const named = which === undefined ? of : of + 1
  const word = wordAt(scene, named)
  const month = which === 'next' ? undefined : lookUp(monthWords, word)
  if (month !== undefined) {
    const first = findMonth(scene, month, end > index)
    return at(end > index ? endOf(first, 'month') : first, named + 1)
  }
  const day =
    end > index
      ? lookUp(which === 'next' ? nextEnds : thisEnds, word)?.(scene)
      : which === 'next' && lookUp(phrases, `next ${word}`)?.(scene)
  return day ? at(day, named + 1) : undefined
}

/** `mid january`, `mid-march` */
function readMiddle(scene: Scene, index: number): Read<RelativeDay> | undefined {
  const joined = /^mid-(\p{L}+)$/u.exec(wordAt(scene, index))?.[1]
  const month = lookUp(monthWords, joined ?? wordAt(scene, index + 1))
  if (month === undefined || (joined === undefined && wordAt(scene, index) !== 'mid'))
    return undefined
  const middle = (first: Day) => addDays(first, 14)
  const next = index + (joined === undefined ? 2 : 1)
  // "A mid-september trip".
  if (joined !== undefined && !endsLoosely(scene, next)) return undefined
  const current = middle(findMonth(scene, month, true))
  return at(current < scene.today ? middle(findMonth(scene, month, false)) : current, next)
}

const thisEnds: Readonly<Record<string, (scene: Scene) => Day>> = {
  week: endOfWeek,
  month: ({ today }) => endOf(today, 'month'),
  year: ({ today }) => endOf(today, 'year'),
}
const nextEnds: Readonly<Record<string, (scene: Scene) => Day>> = {
  week: (scene) => findOn('FR', startOfNextWeek(scene)),
  month: ({ today }) => endOf(startOf(today, { months: 1 }), 'month'),
  year: ({ today }) => endOf(startOf(today, { years: 1 }), 'year'),
}
const shortEnds = { eow: thisEnds.week, eom: thisEnds.month, eoy: thisEnds.year } as Readonly<
  Record<string, (scene: Scene) => Day>
>

/** A duration from today, or from now if it is in hours or minutes; undefined outside the calendar. */
export function addSpans(scene: Scene, spans: readonly Span[]): RelativeDay | undefined {
  const length = Object.fromEntries(spans.map(({ count, unit }) => [unit, count]))
  if (spans.some(({ unit }) => unit === 'hours' || unit === 'minutes')) {
    const moment = scene.now.toZonedDateTimeISO(scene.timeZone).add(length)
    return describeMoment(moment.toInstant(), scene.timeZone)
  }
  const day = Temporal.PlainDate.from(scene.today).add(length).toString()
  return checkDay(day).ok ? { day, time: null, timeZone: null } : undefined
}

/** The zone itself can't express the second of two times that its clocks show twice. */
function describeMoment(moment: Temporal.Instant, timeZone: string): RelativeDay {
  const minute = moment.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  const tell = (zone: string) => ({
    day: dayAt(minute, zone),
    time: minute.toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5),
    timeZone: zone,
  })
  const own = tell(timeZone)
  return dueInstant(own.day, own.time, timeZone).equals(minute) ? own : tell('UTC')
}

/** The first day of the month with that name: with `withCurrent` it may be this month. */
function findMonth({ today }: Scene, month: number, withCurrent: boolean): Day {
  const { year, month: current } = Temporal.PlainDate.from(today)
  const isOver = withCurrent ? month < current : month <= current
  return Temporal.PlainDate.from({ year: isOver ? year + 1 : year, month, day: 1 }).toString()
}

function nextMonday(scene: Scene): Day {
  return findOn('MO', startOfNextWeek(scene))
}

/** The week's Friday, or the week's last day once Friday has passed. */
function endOfWeek(scene: Scene): Day {
  const last = addDays(startOfNextWeek(scene), -1)
  const friday = findOn('FR', scene.today)
  return friday > last ? last : friday
}

/** Saturday, or today once the weekend has begun. */
function thisWeekend({ today }: Scene): Day {
  return Temporal.PlainDate.from(today).dayOfWeek === 7 ? today : findOn('SA', today)
}

/** The Saturday after this weekend, on whatever day weeks begin. */
function nextWeekend(scene: Scene): Day {
  return findOn('SA', addDays(thisWeekend(scene), 1))
}

function addWorkdays(from: Day, count: number): Day {
  let day = from
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (Temporal.PlainDate.from(day).dayOfWeek <= 5) left -= 1
  }
  return day
}

function startOf(today: Day, later: { months: number } | { years: number }): Day {
  const date = Temporal.PlainDate.from(today).add(later)
  return ('years' in later ? date.with({ month: 1, day: 1 }) : date.with({ day: 1 })).toString()
}

function endOf(day: Day, unit: 'month' | 'year'): Day {
  const date = Temporal.PlainDate.from(day)
  const inLastMonth = unit === 'year' ? date.with({ month: 12 }) : date
  return inLastMonth.with({ day: inLastMonth.daysInMonth }).toString()
}

function at(day: Day, next: number): Read<RelativeDay> {
  return { value: { day, time: null, timeZone: null }, next }
}

function hasTitleCase(scene: Scene, from: number, to: number): boolean {
  return scene.tokens.slice(from, to).some((_, nth) => isTitleCase(scene, from + nth))
}
