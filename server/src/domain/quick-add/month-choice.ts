import type { Weekday } from '../recurrence/rule.ts'
import { readMonthNames } from './month-names.ts'
import { type Read, type Scene, skipAny, skipWords, wordAt } from './phrase.ts'
import { readKindOfDay } from './weekday-list.ts'
import { lookUp, toNumber, toOrdinal, weekdayWords } from './words.ts'

/** Which days of a month: parts of an RFC 5545 rule, and how many days they are. */
export type MonthChoice = {
  readonly parts: string
  readonly count: number
  readonly of: MonthScope | null
}

/**
 * The months that a phrase says: `of the month`, `of every other month`, `monthly`, `of may and
 * june`; or one month by how far ahead it is: `of next month`.
 */
export type MonthScope =
  | { readonly kind: 'the' }
  | { readonly kind: 'ahead'; readonly months: number }
  | { readonly kind: 'every'; readonly interval: number }
  | { readonly kind: 'named'; readonly months: readonly number[] }

type Days = { readonly parts: string; readonly count: number }

/** The limit of a list, so that a line of nothing but numbers is read only once. */
const maxDays = 31

/** `1st and 15th`, `last day`, `first monday`, `1st and 3rd thursday`, `last working day`, each with its months. */
export function readMonthChoice(scene: Scene, index: number): Read<MonthChoice> | undefined {
  const days = readNthWeekdays(scene, index) ?? readNthDays(scene, index)
  if (!days) return undefined
  const orLast = skipAny(scene, days.next, ['( or last day )', '( or its last day )'])
  const scope = readScope(scene, orLast)
  if (!scope && days.value.parts === '') return undefined
  return { value: { ...days.value, of: scope?.value ?? null }, next: scope?.next ?? orLast }
}

function readScope(scene: Scene, index: number): Read<MonthScope> | undefined {
  const every = (interval: number, next: number): Read<MonthScope> => ({
    value: { kind: 'every', interval },
    next,
  })
  const monthly = skipWords(scene, index, 'monthly')
  if (monthly !== undefined) return every(1, monthly)
  const the = skipWords(scene, index, 'of the month') ?? skipWords(scene, index, 'of month')
  if (the !== undefined) return { value: { kind: 'the' }, next: the }
  const next = skipAny(scene, index, ['of next month', 'in next month', 'next month'])
  if (next > index) return { value: { kind: 'ahead', months: 1 }, next }
  const current = skipAny(scene, index, ['of this month', 'this month'])
  if (current > index) return { value: { kind: 'ahead', months: 0 }, next: current }
  const of = skipAny(scene, index, ['of', 'in'])
  if (/^(?:every|each)$/.test(wordAt(scene, of))) {
    const word = wordAt(scene, of + 1)
    if (word === 'month') return every(1, of + 2)
    const interval = /^(?:other|second)$/.test(word) ? 2 : toNumber(word)
    const isMonth = /^months?$/.test(wordAt(scene, of + 2))
    return interval !== undefined && interval > 0 && isMonth ? every(interval, of + 3) : undefined
  }
  const months = of > index ? readMonthNames(scene, of) : undefined
  return months && { value: { kind: 'named', months: months.value }, next: months.next }
}

/** `1st and 3rd thursday`, `last friday`, `2nd monday and 4th tuesday`, `3rd tuesday or thursday`. */
function readNthWeekdays(scene: Scene, index: number): Read<Days> | undefined {
  const days: string[] = []
  let next = index
  for (let at = index; days.length < maxDays; at = skipAnd(scene, next)) {
    const nths = readNths(scene, at)
    const weekday = nths && lookUp(weekdayWords, wordAt(scene, nths.next))
    if (!nths || !weekday) break
    const either = days.length === 0 ? readEither(scene, nths.next, weekday) : undefined
    if (either) {
      const [nth] = nths.value
      const parts = `BYDAY=${either.value.join()};BYSETPOS=${nth}`
      return nths.value.length === 1 ? { value: { parts, count: 1 }, next: either.next } : undefined
    }
    days.push(...nths.value.map((nth) => `${nth}${weekday}`))
    next = nths.next + 1
  }
  if (days.length === 0) return undefined
  return { value: { parts: `BYDAY=${days.join()}`, count: days.length }, next }
}

/** `tuesday or thursday`, `monday, tuesday or sunday` */
function readEither(scene: Scene, index: number, first: Weekday): Read<Weekday[]> | undefined {
  const days = [first]
  for (let next = index + 1; days.length <= 7; ) {
    const isLast = wordAt(scene, next) === 'or'
    const weekday = lookUp(weekdayWords, wordAt(scene, next + 1))
    if (!weekday || (!isLast && wordAt(scene, next) !== ',')) return undefined
    days.push(weekday)
    next += 2
    if (isLast) return { value: days, next }
  }
  return undefined
}

/** `1st`, `1st and 15th`, `15th and last day`, `2nd to last day`, `last working day`. */
function readNthDays(scene: Scene, index: number): Read<Days> | undefined {
  const nths = readNths(scene, index)
  if (!nths) return undefined
  const word = wordAt(scene, nths.next)
  const kind = /(?:day|end)s$/.test(word) ? undefined : readKindOfDay(scene, nths.next)
  if (kind) {
    const parts = `BYDAY=${kind.value.join()};BYSETPOS=${nths.value[0]}`
    return nths.value.length === 1 ? { value: { parts, count: 1 }, next: kind.next } : undefined
  }
  const isWord = !/\d/.test(wordAt(scene, index))
  const lastDay = nths.value.some((nth) => nth < 0)
  const says = { parts: `BYMONTHDAY=${nths.value.join()}`, count: nths.value.length }
  // After "every", "second day" is an interval, but "last day" is a day of the month.
  const isNamed =
    word === 'day' && (lastDay || nths.value[0] === 1 || readScope(scene, nths.next + 1))
  if (isNamed) return { value: says, next: nths.next + 1 }
  if (lastDay || word === 'day') return undefined
  return isWord && !readScope(scene, nths.next) ? undefined : { value: says, next: nths.next }
}

/** `1st`, `third`, `last`, `next to last`, `2nd to last`, and lists of them. */
function readNths(scene: Scene, index: number): Read<number[]> | undefined {
  const found: number[] = []
  let next = index
  for (let at = index; found.length < maxDays; at = skipAnd(scene, next)) {
    const nth = readNth(scene, at)
    if (!nth) break
    found.push(nth.value)
    next = nth.next
  }
  return found.length === 0 ? undefined : { value: found, next }
}

function readNth(scene: Scene, index: number): Read<number> | undefined {
  const beforeLast = skipWords(scene, index, 'next to last')
  if (beforeLast !== undefined) return { value: -2, next: beforeLast }
  const ordinal = toOrdinal(wordAt(scene, index))
  if (ordinal === undefined) return undefined
  const toLast = ordinal > 1 ? skipWords(scene, index + 1, 'to last') : undefined
  return toLast === undefined
    ? { value: ordinal, next: index + 1 }
    : { value: -ordinal, next: toLast }
}

function skipAnd(scene: Scene, index: number): number {
  return skipAny(scene, index, ['and', '&', ',', ', and', 'and the', '& the', ', and the'])
}
