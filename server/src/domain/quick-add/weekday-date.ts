import { addDays, type Day } from '../dates/day.ts'
import { weekdays } from '../recurrence/rule.ts'
import { dayOfWeek, findNextNthDay, readNamedDay, readNumericDay } from './calendar-day.ts'
import { endsStrictly, type Read, type Scene, skipAny, wordAt } from './phrase.ts'
import { lookUp, toOrdinal, weekdayWords } from './words.ts'

/**
 * A weekday with its date: `friday, 4 december`, `sat 5th`, `mon 30`, `thu 10/12/2026`. It is read
 * only if both are the same day; a contradiction isn't resolved by guessing.
 */
export function readWeekdayWithDate(scene: Scene, index: number): Read<Day> | undefined {
  const weekday = toWeekday(scene, index)
  if (weekday === undefined) return undefined
  const at = skipAny(scene, index + 1, [',', 'the', ', the'])
  const dated =
    readNamedDay(scene, at) ??
    readNumericDay(scene, at, weekday) ??
    readNth(scene, at, weekday) ??
    readNumber(scene, at, weekday)
  return dated && dayOfWeek(dated.value) === weekday ? dated : undefined
}

/** The reverse order: a day that was read, and its weekday after it: `27 nov (fri)`. */
export function withWeekday(scene: Scene, said: Read<Day>): Read<Day> {
  const at = skipAny(scene, said.next, [',', '('])
  const weekday = toWeekday(scene, at)
  const next = wordAt(scene, at - 1) === '(' ? at + 2 : at + 1
  if (weekday === undefined || (next > at + 1 && wordAt(scene, at + 1) !== ')')) return said
  return dayOfWeek(said.value) === weekday ? { value: said.value, next } : said
}

/**
 * `5th`: of this month or the next two. Friday the 13th is rarely that near, so it stays text, as
 * the name of a film.
 */
function readNth(scene: Scene, index: number, weekday: number): Read<Day> | undefined {
  const ordinal = toOrdinal(wordAt(scene, index))
  if (ordinal === undefined || ordinal < 0) return undefined
  const day = findFitting(scene, ordinal, weekday)
  return day === undefined ? undefined : { value: day, next: index + 1 }
}

/** `30`: read if it can't be an hour, or if a time follows. */
function readNumber(scene: Scene, index: number, weekday: number): Read<Day> | undefined {
  const number = /^\d{1,2}$/.test(wordAt(scene, index)) ? Number(wordAt(scene, index)) : 0
  const isTimed = /^\d|^(?:at|@|noon)$/.test(wordAt(scene, index + 1))
  const ends = endsStrictly(scene, index + 1) || /^(?:at|@|with|in)$/.test(wordAt(scene, index + 1))
  if (number === 0 || !ends || (number <= 12 && !isTimed)) return undefined
  const day = findFitting(scene, number, weekday)
  return day === undefined ? undefined : { value: day, next: index + 1 }
}

/** `the 27th, friday` */
export function readNthWithWeekday(scene: Scene, index: number): Read<Day> | undefined {
  if (wordAt(scene, index) !== 'the') return undefined
  const ordinal = toOrdinal(wordAt(scene, index + 1))
  // "The 5th friday" is the one of a month, not a date.
  const at = skipAny(scene, index + 2, [',', '('])
  const weekday = toWeekday(scene, at)
  if (ordinal === undefined || ordinal < 0 || weekday === undefined || at === index + 2)
    return undefined
  const day = findFitting(scene, ordinal, weekday)
  return day === undefined ? undefined : withWeekday(scene, { value: day, next: index + 2 })
}

/** The day with that number and weekday in this month or the next two. */
function findFitting(scene: Scene, number: number, weekday: number): Day | undefined {
  const first = findNextNthDay(number, scene.today)
  if (first === undefined) return undefined
  const second = findNextNthDay(number, addDays(first, 1))
  return [first, second].find((day) => day !== undefined && dayOfWeek(day) === weekday)
}

/** 1 to 7, as Temporal counts them. */
function toWeekday(scene: Scene, index: number): number | undefined {
  const weekday = lookUp(weekdayWords, wordAt(scene, index))
  return weekday && weekdays.indexOf(weekday) + 1
}
