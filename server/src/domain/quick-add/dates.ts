import { addDays, checkDay, type Day } from '../dates/day.ts'
import { findNextNthDay, readNamedDay, readNumericDay } from './calendar-day.ts'
import { readClock } from './clock.ts'
import { isAboutDay, isOfSomethingElse, strengthOf } from './date-context.ts'
import { readDayOfMonth } from './day-of-month.ts'
import { readDistance } from './distance.ts'
import type { Finding } from './finding.ts'
import { endsLoosely, endsStrictly, type Read, type Scene, skipAny, wordAt } from './phrase.ts'
import { readRelativeDay } from './relative-day.ts'
import { readWeekday } from './weekday.ts'
import { readNthWithWeekday, readWeekdayWithDate, withWeekday } from './weekday-date.ts'
import { type DayPart, toDaytime, toOrdinal, wordlikeWeekdays, wordSet } from './words.ts'

/** A day that a phrase expresses, and what must be around the phrase for it to count. */
export type DayPhrase = {
  readonly day: Day
  readonly time: string | null
  /** The zone of the time, where the time is counted from now. */
  readonly timeZone: string | null
  readonly part: DayPart | null
  readonly isWeekday: boolean
  readonly needs: 'nothing' | 'preposition or end' | 'preposition and end'
}

const prepositions = [
  ...['due on', 'due by', 'due before', 'due', 'on', 'by', 'before', 'for', 'over', 'at'],
  ...['no later than', 'not later than', 'by or before', 'on or before', 'by latest'],
  ...['w/c', 'week commencing', 'week beginning', 'week of'],
]

/** Days: `friday`, `by the 15th`, `due 12 mar`, `in 3 days`, `tonight`. */
export function findDate(scene: Scene, index: number): Finding | undefined {
  const start = skipAny(scene, index, prepositions)
  const preposition = start > index ? wordAt(scene, start - 1) : null
  const phrase = readDay(scene, start)
  if (!phrase || isOfSomethingElse(scene, index, { start, next: phrase.next })) return undefined
  const { value, next } = phrase
  const isTimed =
    readClock(scene, next) !== undefined || /^\d{1,2}\.[0-5]\d$/.test(wordAt(scene, next))
  // "Wed - call Liz".
  const isHead = index === 0 && /^[-–—]$/.test(wordAt(scene, next))
  const atEnd = endsStrictly(scene, next) || isTimed || isHead
  // "For friday" often says what something is for: tickets for friday.
  const isWeak = preposition === 'for' || /^(?:at|over)$/.test(preposition ?? '')
  const isEnd = endsLoosely(scene, next) || toDaytime(wordAt(scene, next)) !== undefined
  if (preposition === 'for' && !isEnd) return undefined
  const isIntroduced = preposition !== null && !isWeak
  if (value.needs === 'preposition or end' && !isIntroduced && !atEnd)
    if (!followsFirstTime(scene, index)) return undefined
  if (value.needs === 'preposition and end' && !(isIntroduced && endsLoosely(scene, next)))
    return undefined
  if (isAboutDay(scene, { index, start, next })) return undefined
  const isBefore = preposition === 'before' && wordAt(scene, start - 2) !== 'or'
  const day = isBefore ? addDays(value.day, -1) : value.day
  const { time, timeZone, part, isWeekday } = value
  const strength = strengthOf(scene, index, { isIntroduced, isWeak, atEnd })
  return { kind: 'DATE', from: index, to: next, day, time, timeZone, part, isWeekday, strength }
}

/** "11am sat walk dogs"; but neither "9am sun salutation" nor "4pm SAT prep". */
function followsFirstTime(scene: Scene, index: number): boolean {
  const behind = readClock(scene, wordAt(scene, 0) === 'at' ? 1 : 0)?.next
  if (behind !== index || /^\p{Lu}+$/u.test(scene.tokens[index]?.text ?? '')) return false
  return !namesBehindShort.has(wordAt(scene, index + 1))
}

const namesBehindShort = wordSet(
  [
    'salutation salutations cream screen hat lamp bed room block dried flower light set glasses tan',
    'nav prep exam test phone in on down up still for with around dress',
  ].join(' '),
)

/** The day that a phrase expresses, without a word before it; none outside the calendar. */
export function readDay(scene: Scene, index: number): Read<DayPhrase> | undefined {
  const found = readAnyDay(scene, index)
  return found && checkDay(found.value.day).ok ? found : undefined
}

function readAnyDay(scene: Scene, index: number): Read<DayPhrase> | undefined {
  const clear = readClearDay(scene, index)
  if (clear) return clear
  const weekday = readWeekday(scene, index)
  if (weekday) {
    const { day, isBare } = weekday.value
    const isWordlike = isBare && wordlikeWeekdays.has(wordAt(scene, index))
    const daytime = toDaytime(wordAt(scene, weekday.next))
    const needs = isWordlike && !daytime ? 'preposition or end' : 'nothing'
    return { value: { ...plain(day), isWeekday: true, needs }, next: weekday.next }
  }
  const nth = readNthDay(scene, index)
  return nth && { value: { ...plain(nth.value), needs: 'preposition and end' }, next: nth.next }
}

function readClearDay(scene: Scene, index: number): Read<DayPhrase> | undefined {
  const daytime = readDaytimeOfToday(scene, index)
  if (daytime) return { value: { ...plain(scene.today), part: daytime.value }, next: daytime.next }
  const written =
    readDistance(scene, index) ??
    readWeekdayWithDate(scene, index) ??
    readNthWithWeekday(scene, index) ??
    readDayOfMonth(scene, index)
  if (written) return { value: plain(written.value), next: written.next }
  const dated = readNumericDay(scene, index) ?? readNamedDay(scene, index)
  if (dated) return { value: plain(dated.value), next: withWeekday(scene, dated).next }
  const relative = readRelativeDay(scene, index)
  if (!relative) return undefined
  const { value, next } = relative
  const whole = value.time === null ? withWeekday(scene, { value: value.day, next }).next : next
  return { value: { ...plain(value.day), ...value }, next: whole }
}

/** `tonight`, `this evening` */
function readDaytimeOfToday(scene: Scene, index: number): Read<DayPart> | undefined {
  if (wordAt(scene, index) === 'tonight') return { value: 'night', next: index + 1 }
  if (wordAt(scene, index) !== 'this') return undefined
  const part = toDaytime(wordAt(scene, index + 1))
  return part && { value: part, next: index + 2 }
}

/** `the 5th`, `5th` */
function readNthDay(scene: Scene, index: number): Read<Day> | undefined {
  const the = skipAny(scene, index, ['the'])
  const word = wordAt(scene, the)
  const ordinal = the === index && !/^\d/.test(word) ? undefined : toOrdinal(word)
  if (ordinal === undefined || ordinal < 0) return undefined
  const day = findNextNthDay(ordinal, scene.today)
  return day === undefined ? undefined : { value: day, next: the + 1 }
}

function plain(day: Day): DayPhrase {
  return { day, time: null, timeZone: null, part: null, isWeekday: false, needs: 'nothing' }
}
