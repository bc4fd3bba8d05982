import { addDays, checkDay, type Day } from '../dates/day.ts'
import { findNextNthDay, readNamedDay, readNumericDay } from './calendar-day.ts'
import { isTitleCase, type Read, type Scene, skipAny, skipWords, wordAt } from './phrase.ts'
import { readPhrase } from './relative-day.ts'
import { readSpan, type Span } from './span.ts'
import { findOn, readWeekday, startOfNextWeek } from './weekday.ts'
import { lookUp, toOrdinal, weekdayWords, wordSet } from './words.ts'

/** A day given by its distance from another day, or by its position in a week or month. */
export function readDistance(scene: Scene, index: number): Read<Day> | undefined {
  const found =
    readSpanFrom(scene, index) ??
    readNeighbour(scene, index) ??
    readWeekdayInWeek(scene, index) ??
    readDayInNextMonth(scene, index)
  return found && !isTitle(scene, index, found.next) ? found : undefined
}

/** "The Day After Tomorrow" is a film. */
function isTitle(scene: Scene, from: number, to: number): boolean {
  return scene.tokens
    .slice(from, to)
    .some(({ lower }, nth) => distanceWords.has(lower) && isTitleCase(scene, from + nth))
}

const distanceWords = wordSet('day days week weeks month months before after from next')

/** `a week from friday`, `3 days before dec 24`, `a week tomorrow`, `two weeks on monday`, `tomorrow week`. */
function readSpanFrom(scene: Scene, index: number): Read<Day> | undefined {
  const phrase = readPhrase(scene, index)
  if (phrase && /^(?:today|tomorrow)$/.test(wordAt(scene, index))) {
    if (wordAt(scene, phrase.next) === 'week')
      return toRead(addDays(phrase.value.day, 7), phrase.next + 1)
  }
  const start = skipAny(scene, index, ['in'])
  const span = readSpan(scene, start)
  if (!span || /minutes|hours/.test(span.value.unit)) return undefined
  const word = wordAt(scene, span.next)
  const isBack = word === 'before'
  const joins = /^(?:from|before|after)$/.test(word)
  if (!joins && (span.value.unit !== 'weeks' || start > index)) return undefined
  const base = joins
    ? readBase(scene, span.next + 1)
    : (readPhrase(scene, span.next) ?? readOnWeekday(scene, span.next))
  return base && toRead(move(toDay(base.value), span.value, isBack), base.next)
}

/** `the day before dec 24`, `the day after friday`, `the monday before dec 24`. */
function readNeighbour(scene: Scene, index: number): Read<Day> | undefined {
  const start = wordAt(scene, index) === 'the' ? index + 1 : index
  const weekday = lookUp(weekdayWords, wordAt(scene, start))
  const word = wordAt(scene, start + 1)
  if ((!weekday && wordAt(scene, start) !== 'day') || !/^(?:before|after)$/.test(word))
    return undefined
  const base = readBase(scene, start + 2)
  if (!base) return undefined
  const day = toDay(base.value)
  const isBack = word === 'before'
  if (weekday) {
    const after = findOn(weekday, addDays(day, 1))
    const before = findOn(weekday, addDays(day, -7))
    return toRead(isBack ? before : after, base.next)
  }
  return toRead(addDays(day, isBack ? -1 : 1), base.next)
}

/** `next week on tuesday`, `tuesday of next week`, `in two weeks on monday`, `monday in two weeks`. */
function readWeekdayInWeek(scene: Scene, index: number): Read<Day> | undefined {
  const week = readWeek(scene, index)
  if (week) {
    const at = skipAny(scene, week.next, ['on', ', on', ','])
    const weekday = lookUp(weekdayWords, wordAt(scene, at))
    return weekday && toRead(findOn(weekday, week.value), at + 1)
  }
  const weekday = lookUp(weekdayWords, wordAt(scene, index))
  const behind = weekday && readWeek(scene, skipAny(scene, index + 1, ['of']))
  return weekday && behind && toRead(findOn(weekday, behind.value), behind.next)
}

/** The first day of a week: `next week`, `the week after next`, `in 3 weeks`. */
function readWeek(scene: Scene, index: number): Read<Day> | undefined {
  const nextWeek = skipWords(scene, index, 'next week')
  if (nextWeek !== undefined) return toRead(startOfNextWeek(scene), nextWeek)
  const afterNext = skipAny(scene, index, ['the week after next', 'week after next'])
  if (afterNext > index) return toRead(addDays(startOfNextWeek(scene), 7), afterNext)
  const span = wordAt(scene, index) === 'in' ? readSpan(scene, index + 1) : undefined
  if (span?.value.unit !== 'weeks') return undefined
  return toRead(addDays(startOfNextWeek(scene), 7 * (span.value.count - 1)), span.next)
}

/** `next month on the 5th` */
function readDayInNextMonth(scene: Scene, index: number): Read<Day> | undefined {
  const at = skipWords(scene, index, 'next month on the')
  const ordinal = at === undefined ? undefined : toOrdinal(wordAt(scene, at))
  const month = readPhrase(scene, index)
  if (at === undefined || ordinal === undefined || ordinal < 1 || !month) return undefined
  const day = findNextNthDay(ordinal, month.value.day)
  return day?.slice(0, 7) === month.value.day.slice(0, 7) ? toRead(day, at + 1) : undefined
}

function readBase(scene: Scene, index: number): Read<Day | { readonly day: Day }> | undefined {
  return (
    readNumericDay(scene, index) ??
    readNamedDay(scene, index) ??
    readPhrase(scene, index) ??
    readWeekday(scene, index)
  )
}

function readOnWeekday(scene: Scene, index: number) {
  return readWeekday(scene, skipAny(scene, index, ['on']))
}

function toDay(value: Day | { readonly day: Day }): Day {
  return typeof value === 'string' ? value : value.day
}

function move(from: Day, { count, unit }: Span, isBack: boolean): Day {
  return Temporal.PlainDate.from(from)
    .add({ [unit]: isBack ? -count : count })
    .toString()
}

/** Undefined outside the calendar. */
function toRead(value: Day | undefined, next: number): Read<Day> | undefined {
  return value === undefined || !checkDay(value).ok ? undefined : { value, next }
}
