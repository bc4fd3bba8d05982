import { checkDay, type Day } from '../dates/day.ts'
import type { DateStyle } from '../preferences.ts'
import { isLabelled } from './numbers.ts'
import { endsLoosely, endsStrictly, type Read, type Scene, wordAt } from './phrase.ts'
import {
  lookUp,
  monthWords,
  toOrdinal,
  wordlikeBeforeNumber,
  wordlikeBehindNumber,
} from './words.ts'

/** A day of a month without its year. */
export type MonthDay = { readonly month: number; readonly day: number }

/**
 * A day written as numbers: `2026-12-01`, `24.12.2026`, `25/12/2026`, `31/01/27`. `25/12` without a
 * year is read where nothing after it would make it a fraction. After a weekday, it is whichever of
 * its two meanings falls on that weekday.
 */
export function readNumericDay(
  scene: Scene,
  index: number,
  weekday?: number,
): Read<Day> | undefined {
  const word = wordAt(scene, index)
  const day =
    pickDay(listNumericDays(word, scene.today), scene.dateStyle, weekday) ??
    pickDay(listNextDays(scene, word, weekday), scene.dateStyle, weekday) ??
    (isWholeWord(scene, index) ? toDayWithoutYear(word, scene.today) : undefined)
  // A day in the past is what a task is about, not when it is due.
  if (day !== undefined && day >= scene.today) return { value: day, next: index + 1 }
  const dotted = readDottedDay(scene, index)
  return dotted === undefined ? undefined : { value: dotted, next: index + 2 }
}

/** A day with the month's name: `12 mar`, `the 12th of March`, `March 12th, 2027`. */
export function readNamedDay(scene: Scene, index: number): Read<Day> | undefined {
  const found = readMonthDay(scene, index)
  if (!found) return undefined
  const joined = /-(\d{4})$/.exec(wordAt(scene, index))?.[1]
  const year =
    joined === undefined ? readYear(scene, found.next) : { value: Number(joined), next: found.next }
  const value = year
    ? toDay(year.value, found.value.month, found.value.day)
    : findNextMonthDay(found.value, scene.today)
  if (value === undefined || value < scene.today) return undefined
  return { value, next: year?.next ?? found.next }
}

/**
 * `12 mar`, `12. March`, `the 12th of March`, `mar 12`, `March 12th`; `isCertain` says that it must
 * be a day.
 */
export function readMonthDay(
  scene: Scene,
  index: number,
  isCertain = false,
): Read<MonthDay> | undefined {
  const month = lookUp(monthWords, wordAt(scene, index))
  const found =
    month === undefined ? readDayThenMonth(scene, index) : readMonthThenDay(scene, index)
  if (!found || !isDayOfMonth(found.value)) return undefined
  return isCertain || isClear(scene, index, found.next) ? found : undefined
}

/** The first day on or after `from`, in this month or a later one, that has the number. */
export function findNextNthDay(number: number, from: Day): Day | undefined {
  const first = Temporal.PlainDate.from(from).with({ day: 1 })
  return findFirst(3, (months) => {
    const { year, month } = first.add({ months })
    const day = toDay(year, month, number)
    return day !== undefined && day >= from ? day : undefined
  })
}

/** The days that the numbers can mean: day first, and month first. */
type NumericDays = { readonly byDay: Day | undefined; readonly byMonth: Day | undefined }

function listNumericDays(word: string, today: Day): NumericDays | undefined {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(word)
  if (iso) {
    const day = toDay(Number(iso[1]), Number(iso[3]), Number(iso[4]))
    return { byDay: day, byMonth: day }
  }
  const short = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)$/.exec(word)
  if (!short) return undefined
  const [first, second] = [Number(short[1]), Number(short[3])]
  const year = Number(short[4]) + (short[4]?.length === 2 ? 2000 : 0)
  // 11/22/63 is in the distant past.
  if (short[4]?.length === 2 && year > yearOf(today) + 30) return undefined
  const byDay = toDay(year, second, first)
  // Full stops separate the numbers only where the day comes first.
  return { byDay, byMonth: short[2] === '.' ? byDay : toDay(year, first, second) }
}

/** The next days that `1/4` can mean after a weekday, which shows that it is no fraction. */
function listNextDays(
  { today }: Scene,
  word: string,
  weekday: number | undefined,
): NumericDays | undefined {
  const [first, second] = (/^(\d{1,2})\/(\d{1,2})$/.exec(word) ?? []).slice(1).map(Number)
  if (weekday === undefined || first === undefined || second === undefined) return undefined
  const next = (day: number, month: number) =>
    isDayOfMonth({ month, day }) ? findNextMonthDay({ month, day }, today) : undefined
  return { byDay: next(first, second), byMonth: next(second, first) }
}

/**
 * `27.10.` before a time or after a word such as "by", because 18.04. at the end of a sentence is a
 * version.
 */
function readDottedDay(scene: Scene, index: number): Day | undefined {
  const [day = 0, month = 0] = (/^(\d{1,2})\.(\d{1,2})$/.exec(wordAt(scene, index)) ?? [])
    .slice(1)
    .map(Number)
  if (wordAt(scene, index + 1) !== '.' || !isDayOfMonth({ month, day })) return undefined
  const isTimed = /^\d{1,2}[:.]\d\d$|^(?:at|@|noon)$/.test(wordAt(scene, index + 2))
  return isTimed || isSaid(scene, index) ? findNextMonthDay({ month, day }, scene.today) : undefined
}

/**
 * 12/3/2027 can be December or March: people who haven't chosen a date format have to write it
 * differently.
 */
function pickDay(
  days: NumericDays | undefined,
  dateStyle: DateStyle,
  weekday: number | undefined,
): Day | undefined {
  if (!days) return undefined
  const { byDay, byMonth } = days
  if (byDay === undefined || byMonth === undefined || byDay === byMonth) return byDay ?? byMonth
  if (weekday !== undefined) {
    const fitting = [byDay, byMonth].filter((day) => dayOfWeek(day) === weekday)
    return fitting.length === 1 ? fitting[0] : undefined
  }
  const picked = { DAY_FIRST: byDay, MONTH_FIRST: byMonth, YEAR_FIRST: undefined, AUTO: undefined }
  return picked[dateStyle]
}

/** Whether a word before or after two numbers shows that they are no fraction: by 25/12. */
function isWholeWord(scene: Scene, index: number): boolean {
  const isTimed = /^(?:at|@|noon|midnight)$/.test(wordAt(scene, index + 1))
  if (isLabelled(scene, index)) return false
  return (
    isSaid(scene, index) || endsStrictly(scene, index + 1) || isTimed || isInRange(scene, index)
  )
}

/** `2/20 - 2/24` */
function isInRange(scene: Scene, index: number): boolean {
  return [-1, 1].some(
    (step) =>
      /^(?:to|-|–|through|thru)$/.test(wordAt(scene, index + step)) &&
      /^\d{1,2}\/\d{1,2}$/.test(wordAt(scene, index + 2 * step)),
  )
}

function isSaid(scene: Scene, index: number): boolean {
  return /^(?:on|by|due|before|until|till|from|starting)$/.test(wordAt(scene, index - 1))
}

/** 25/12 and 12/25, but not 12/3, nor 24/7, which contains no month. */
function toDayWithoutYear(word: string, today: Day): Day | undefined {
  const [first = 0, second = 0] = (/^(\d{1,2})\/(\d{1,2})$/.exec(word) ?? []).slice(1).map(Number)
  if (first === 0 || word === '24/7' || first > 12 === second > 12) return undefined
  const [day, month] = first > 12 ? [first, second] : [second, first]
  return isDayOfMonth({ month, day }) ? findNextMonthDay({ month, day }, today) : undefined
}

function yearOf(day: Day): number {
  return Temporal.PlainDate.from(day).year
}

export function dayOfWeek(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

function readDayThenMonth(scene: Scene, index: number): Read<MonthDay> | undefined {
  const joined = /^(\d{1,2})-(\p{L}{3,9})(?:-\d{4})?$/u.exec(wordAt(scene, index))
  const joinedMonth = lookUp(monthWords, joined?.[2] ?? '')
  if (joined && joinedMonth !== undefined)
    return { value: { month: joinedMonth, day: Number(joined[1]) }, next: index + 1 }
  const start = wordAt(scene, index) === 'the' ? index + 1 : index
  const day = toDayNumber(wordAt(scene, start))
  if (day === undefined) return undefined
  let next = start + 1
  if (/^\d+$/.test(wordAt(scene, start)) && wordAt(scene, next) === '.') next += 1
  if (wordAt(scene, next) === 'of') next += 1
  const month = lookUp(monthWords, wordAt(scene, next))
  return month === undefined ? undefined : { value: { month, day }, next: next + 1 }
}

function readMonthThenDay(scene: Scene, index: number): Read<MonthDay> | undefined {
  const month = lookUp(monthWords, wordAt(scene, index))
  const start = wordAt(scene, index + 1) === 'the' ? index + 2 : index + 1
  const day = toDayNumber(wordAt(scene, start))
  if (month === undefined || day === undefined) return undefined
  return { value: { month, day }, next: start + 1 }
}

/**
 * May and March with a bare number are a day only if the number counts nothing: not in `may 5
 * people fit`.
 */
function isClear(scene: Scene, index: number, next: number): boolean {
  const words = scene.tokens.slice(index, next)
  const isWordlike =
    wordlikeBeforeNumber.has(words[0]?.lower ?? '') ||
    wordlikeBehindNumber.has(words.at(-1)?.lower ?? '')
  if (!isWordlike || words.some((token) => toOrdinal(token.lower) !== undefined)) return true
  // "June 4 dentist": after a month at the start, a number counts nothing, unless the month is also
  // a verb.
  const begins = index === 0 && /^(?:april|june|august|jan)$/.test(words[0]?.lower ?? '')
  if (begins && !isCounted(scene, next)) return true
  return endsLoosely(scene, next) || readYear(scene, next) !== undefined
}

/** "June 12 roses", "april 3 weeks": the number counts what follows. */
function isCounted(scene: Scene, next: number): boolean {
  return /^\p{Ll}+s$/u.test(scene.tokens[next]?.text ?? '')
}

function readYear(scene: Scene, index: number): Read<number> | undefined {
  const at = wordAt(scene, index) === ',' ? index + 1 : index
  const year = /^2\d{3}$|^19\d\d$/.exec(wordAt(scene, at))?.[0]
  return year === undefined ? undefined : { value: Number(year), next: at + 1 }
}

function toDayNumber(word: string): number | undefined {
  if (/^\d{1,2}$/.test(word)) return Number(word)
  const ordinal = toOrdinal(word)
  return ordinal !== undefined && ordinal > 0 ? ordinal : undefined
}

export function isDayOfMonth({ month, day }: MonthDay): boolean {
  return toDay(2028, month, day) !== undefined
}

export function findNextMonthDay({ month, day }: MonthDay, today: Day): Day | undefined {
  const { year } = Temporal.PlainDate.from(today)
  // 29 February comes after eight years at the latest.
  return findFirst(9, (years) => {
    const found = toDay(year + years, month, day)
    return found !== undefined && found >= today ? found : undefined
  })
}

function findFirst<T>(count: number, find: (nth: number) => T | undefined): T | undefined {
  for (let nth = 0; nth < count; nth += 1) {
    const found = find(nth)
    if (found !== undefined) return found
  }
  return undefined
}

function toDay(year: number, month: number, day: number): Day | undefined {
  const two = (part: number) => String(part).padStart(2, '0')
  const checked = checkDay(`${year}-${two(month)}-${two(day)}`)
  return checked.ok ? checked.value : undefined
}
