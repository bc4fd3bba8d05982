import type { Day } from '../dates/day.ts'
import { findNextMonthDay, isDayOfMonth } from './calendar-day.ts'
import { readDay } from './dates.ts'
import { type Read, type Scene, skipAny, wordAt } from './phrase.ts'
import { lookUp, monthWords } from './words.ts'

/** A range from one day to another. */
export type DayRange = { readonly start: Day; readonly due: Day }

const joints = ['to', '-', '–', '—', 'through', 'thru']

/** `from monday to friday`, `dec 3 - dec 7`, `dec 3-7`, `3 to 7 december`, `between dec 3 and dec 7`. */
export function readDayRange(scene: Scene, index: number): Read<DayRange> | undefined {
  const start = skipAny(scene, index, ['from', 'between'])
  return readWithinMonth(scene, start) ?? readTwoDays(scene, index, start)
}

function readTwoDays(scene: Scene, index: number, start: number): Read<DayRange> | undefined {
  // Most days aren't followed by another, so this check avoids reading them twice.
  const near = scene.tokens.slice(start + 1, start + 8)
  if (!near.some(({ lower }) => /^(?:and|until|till)$/.test(lower) || joints.includes(lower)))
    return undefined
  const first = readDay(scene, start)
  if (!first || first.value.time !== null || first.value.part !== null) return undefined
  // "Monday to friday" often means every week.
  if (start === index && first.value.isWeekday) return undefined
  const isBetween = wordAt(scene, index) === 'between'
  // "Until" ends a repeat, unless another word says that the phrase begins something.
  const until = start === index ? [] : ['until', 'till']
  const at = skipAny(scene, first.next, isBetween ? ['and'] : [...joints, ...until])
  if (at === first.next) return undefined
  const { day } = first.value
  // The end is resolved from the start on: from 3 aug to 10 aug.
  const last = readDay({ ...scene, today: day }, at) ?? readDayNumber(scene, at, day)
  if (!last) return undefined
  const due = typeof last.value === 'string' ? last.value : last.value.day
  const isClear = typeof last.value === 'string' || last.value.time === null
  return isClear ? { value: { start: day, due }, next: last.next } : undefined
}

/** An end that is only a number: december 3rd through 7th. */
function readDayNumber(scene: Scene, index: number, start: Day): Read<Day> | undefined {
  const number = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(wordAt(scene, index))?.[1]
  const [, month = 1] = start.split('-').map(Number)
  return number === undefined ? undefined : toDay(start, month, Number(number), index + 1)
}

/** `dec 3-7`, `dec 3 – 7`, `3-7 dec`, `3 to 7 december` */
function readWithinMonth(scene: Scene, index: number): Read<DayRange> | undefined {
  const monthFirst = lookUp(monthWords, wordAt(scene, index))
  const numbers = readNumbers(scene, monthFirst === undefined ? index : index + 1)
  const month = monthFirst ?? lookUp(monthWords, wordAt(scene, numbers?.next ?? index))
  if (!numbers || month === undefined) return undefined
  const [first, last] = numbers.value
  if (!isDayOfMonth({ month, day: first }) || last <= first) return undefined
  const start = findNextMonthDay({ month, day: first }, scene.today)
  const next = monthFirst === undefined ? numbers.next + 1 : numbers.next
  const due = start === undefined ? undefined : toDay(start, month, last, next)
  return start !== undefined && due ? { value: { start, due: due.value }, next } : undefined
}

function readNumbers(scene: Scene, index: number): Read<readonly [number, number]> | undefined {
  const joined = /^(\d{1,2})(?:st|nd|rd|th)?[-–](\d{1,2})(?:st|nd|rd|th)?$/.exec(
    wordAt(scene, index),
  )
  if (joined) return { value: [Number(joined[1]), Number(joined[2])], next: index + 1 }
  const at = skipAny(scene, index + 1, joints)
  const [first, last] = [index, at].map((tokenIndex) => toNumber(wordAt(scene, tokenIndex)))
  if (at === index + 1 || first === undefined || last === undefined) return undefined
  return { value: [first, last], next: at + 1 }
}

function toNumber(word: string): number | undefined {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

function toDay(from: Day, month: number, day: number, next: number): Read<Day> | undefined {
  const found = isDayOfMonth({ month, day }) ? findNextMonthDay({ month, day }, from) : undefined
  return found === undefined ? undefined : { value: found, next }
}
