import { addDays, checkDay, type Day, dayAt } from './day.ts'
import {
  isTitleCase,
  type Read,
  readSpan,
  type Scene,
  type Span,
  skipWords,
  wordAt,
} from './quick-add-phrase.ts'
import { findOn, readWeekday, startOfNextWeek } from './quick-add-weekday.ts'
import { lookUp, monthWords } from './quick-add-words.ts'

/** A day, and a time where one was counted in hours or minutes. */
export type RelativeDay = { readonly day: Day; readonly time: string | null }

/** `tomorrow`, `in 3 days`, `a week from friday`, `next week`, `this weekend`, `end of the month`. */
export function readRelativeDay(scene: Scene, index: number): Read<RelativeDay> | undefined {
  return (
    readPhrase(scene, index) ??
    readInSpan(scene, index) ??
    readSpanFrom(scene, index) ??
    readEndOf(scene, index)
  )
}

const phrases: Readonly<Record<string, (scene: Scene) => Day>> = {
  today: ({ today }) => today,
  'later today': ({ today }) => today,
  tomorrow: ({ today }) => addDays(today, 1),
  tmrw: ({ today }) => addDays(today, 1),
  tmr: ({ today }) => addDays(today, 1),
  'the day after tomorrow': ({ today }) => addDays(today, 2),
  'day after tomorrow': ({ today }) => addDays(today, 2),
  'next week': (scene) => findOn('MO', startOfNextWeek(scene)),
  'next month': ({ today }) => startOf(today, { months: 1 }),
  'next year': ({ today }) => startOf(today, { years: 1 }),
  'this weekend': (scene) => thisWeekend(scene),
  'the weekend': (scene) => thisWeekend(scene),
  'next weekend': (scene) => findOn('SA', startOfNextWeek(scene)),
}
const phraseNames = Object.keys(phrases).sort((a, b) => b.length - a.length)

function readPhrase(scene: Scene, index: number): Read<RelativeDay> | undefined {
  for (const name of phraseNames) {
    const next = skipWords(scene, index, name)
    if (next === undefined) continue
    if (next - index > 1 && hasTitleCase(scene, index, next)) return undefined
    // "The weekend" is a day only with a word before it that says so: over, at, on.
    if (name === 'the weekend' && !/^(?:over|at|on|by)$/.test(wordAt(scene, index - 1))) continue
    const day = phrases[name]?.(scene)
    return day === undefined ? undefined : { value: { day, time: null }, next }
  }
  return undefined
}

/** `in 3 days`, `within a week`, `in 2h`. */
function readInSpan(scene: Scene, index: number): Read<RelativeDay> | undefined {
  const word = wordAt(scene, index)
  if (word !== 'in' && word !== 'within') return undefined
  const span = readSpan(scene, index + 1)
  const value = span && addSpan(scene, span.value)
  if (!value) return undefined
  const time = wordAt(scene, span.next) === "'" ? span.next + 1 : span.next
  return { value, next: wordAt(scene, time) === 'time' ? time + 1 : span.next }
}

/** `3 days from now`, `a week from tomorrow`, `a week from friday`. */
function readSpanFrom(scene: Scene, index: number): Read<RelativeDay> | undefined {
  const span = readSpan(scene, index)
  if (!span || wordAt(scene, span.next) !== 'from') return undefined
  const from = span.next + 1
  if (wordAt(scene, from) === 'now') return at(addSpan(scene, span.value), from + 1)
  if (/minutes|hours/.test(span.value.unit)) return undefined
  const base = readPhrase(scene, from) ?? toRelative(readWeekday(scene, from))
  if (!base) return undefined
  return at(addSpan({ ...scene, today: base.value.day }, span.value), base.next)
}

function at(value: RelativeDay | undefined, next: number): Read<RelativeDay> | undefined {
  return value && { value, next }
}

/** `end of month`, `by the end of next week`, `eom`, `end of march`. */
export function readEndOf(scene: Scene, index: number): Read<RelativeDay> | undefined {
  const short = lookUp(shortEnds, wordAt(scene, index))
  if (short) return { value: { day: short(scene), time: null }, next: index + 1 }
  const start = skipWords(scene, index, 'the end of') ?? skipWords(scene, index, 'end of')
  if (start === undefined) return undefined
  const isNext = wordAt(scene, start) === 'next'
  const named = isNext || /^(?:the|this)$/.test(wordAt(scene, start)) ? start + 1 : start
  const word = wordAt(scene, named)
  const next = named + 1
  if (hasTitleCase(scene, index, start)) return undefined
  const month = lookUp(monthWords, word)
  if (month !== undefined) return { value: { day: endOfMonth(scene, month), time: null }, next }
  const ends = lookUp(isNext ? nextEnds : thisEnds, word)
  return ends && { value: { day: ends(scene), time: null }, next }
}

const thisEnds: Readonly<Record<string, (scene: Scene) => Day>> = {
  week: (scene) => findOn('FR', scene.today),
  month: ({ today }) => endOf(today, 'month'),
  year: ({ today }) => endOf(today, 'year'),
}
const nextEnds: Readonly<Record<string, (scene: Scene) => Day>> = {
  week: (scene) => findOn('FR', findOn('MO', startOfNextWeek(scene))),
  month: ({ today }) => endOf(startOf(today, { months: 1 }), 'month'),
  year: ({ today }) => endOf(startOf(today, { years: 1 }), 'year'),
}
const shortEnds = { eow: thisEnds.week, eom: thisEnds.month, eoy: thisEnds.year } as Readonly<
  Record<string, (scene: Scene) => Day>
>

/** So long from today, or from now when it is counted in hours; undefined beyond the calendar. */
function addSpan(scene: Scene, { count, unit }: Span): RelativeDay | undefined {
  if (unit === 'hours' || unit === 'minutes') {
    const moment = scene.now.add({ [unit]: count }).toZonedDateTimeISO(scene.timeZone)
    const time = moment.toPlainTime().toString().slice(0, 5)
    return { day: dayAt(moment.toInstant(), scene.timeZone), time }
  }
  const day = Temporal.PlainDate.from(scene.today)
    .add({ [unit]: count })
    .toString()
  return checkDay(day).ok ? { day, time: null } : undefined
}

/** Saturday, or today once the weekend has begun. */
function thisWeekend({ today }: Scene): Day {
  return Temporal.PlainDate.from(today).dayOfWeek === 7 ? today : findOn('SA', today)
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

function endOfMonth({ today }: Scene, month: number): Day {
  const { year, month: current } = Temporal.PlainDate.from(today)
  const first = Temporal.PlainDate.from({ year: month < current ? year + 1 : year, month, day: 1 })
  return endOf(first.toString(), 'month')
}

function toRelative(read: ReturnType<typeof readWeekday>): Read<RelativeDay> | undefined {
  return read && { value: { day: read.value.day, time: null }, next: read.next }
}

function hasTitleCase(scene: Scene, from: number, to: number): boolean {
  return scene.tokens.slice(from, to).some((_, nth) => isTitleCase(scene, from + nth))
}
