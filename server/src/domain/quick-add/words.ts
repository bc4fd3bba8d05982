import type { Weekday } from '../recurrence/rule.ts'

/** The words that phrases of time consist of, all in lower case. */

export const weekdayWords: Readonly<Record<string, Weekday>> = {
  ...{ monday: 'MO', mon: 'MO' },
  ...{ tuesday: 'TU', tue: 'TU', tues: 'TU' },
  ...{ wednesday: 'WE', wed: 'WE', weds: 'WE' },
  ...{ thursday: 'TH', thu: 'TH', thur: 'TH', thurs: 'TH' },
  ...{ friday: 'FR', fri: 'FR' },
  ...{ saturday: 'SA', sat: 'SA' },
  ...{ sunday: 'SU', sun: 'SU' },
}

/** Short names of days that are also English words: the dog sat in the sun. */
export const wordlikeWeekdays = wordSet('mon wed sat sun')

export const pluralWeekdays: Readonly<Record<string, Weekday>> = {
  ...{ mondays: 'MO', tuesdays: 'TU', wednesdays: 'WE', thursdays: 'TH' },
  ...{ fridays: 'FR', saturdays: 'SA', sundays: 'SU' },
}

export const monthWords: Readonly<Record<string, number>> = {
  ...{ january: 1, jan: 1, february: 2, feb: 2, march: 3, mar: 3, april: 4, apr: 4, may: 5 },
  ...{ june: 6, jun: 6, july: 7, jul: 7, august: 8, aug: 8, september: 9, sep: 9, sept: 9 },
  ...{ october: 10, oct: 10, november: 11, nov: 11, december: 12, dec: 12 },
}

/** Months that are also names or verbs, before a number: may 5 people come, give April 20 dollars. */
export const wordlikeBeforeNumber = wordSet('march may april june august jan')

/** The same after a number: the top 5 may change. */
export const wordlikeBehindNumber = wordSet('march may')

const numberWords = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six'],
  ...['seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
]
const ordinalWords = [
  ...['zeroth', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth'],
  ...['seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth', 'thirteenth', 'fourteenth'],
  ...['fifteenth', 'sixteenth', 'seventeenth', 'eighteenth', 'nineteenth', 'twentieth'],
  ...['twenty-first', 'twenty-second', 'twenty-third', 'twenty-fourth', 'twenty-fifth'],
  ...['twenty-sixth', 'twenty-seventh', 'twenty-eighth', 'twenty-ninth', 'thirtieth'],
  'thirty-first',
]

const greaterNumbers: Readonly<Record<string, number>> = {
  ...{ fifteen: 15, twenty: 20, 'twenty-five': 25, thirty: 30, forty: 40, 'forty-five': 45 },
  ...{ fifty: 50, sixty: 60, ninety: 90 },
}

/** A whole number of at most three digits, or a number word: up to twelve, and the tens above. */
export function toNumber(word: string): number | undefined {
  if (/^\d{1,3}$/.test(word)) return Number(word)
  const found = numberWords.indexOf(word)
  return found > 0 ? found : lookUp(greaterNumbers, word)
}

/** `1st` to `31st`, its word, or -1 for `last`. */
export function toOrdinal(word: string): number | undefined {
  if (word === 'last') return -1
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word)?.[1]
  const found = digits === undefined ? ordinalWords.indexOf(word) : Number(digits)
  return found > 0 && found <= 31 ? found : undefined
}

/** The units of time that dates are counted in. */
export type Unit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months' | 'years'

export const unitWords: Readonly<Record<string, Unit>> = {
  ...{ minute: 'minutes', minutes: 'minutes', min: 'minutes', mins: 'minutes' },
  ...{ hour: 'hours', hours: 'hours', hr: 'hours', hrs: 'hours', h: 'hours' },
  ...{ day: 'days', days: 'days', d: 'days' },
  ...{ week: 'weeks', weeks: 'weeks', wk: 'weeks', wks: 'weeks', w: 'weeks' },
  ...{ month: 'months', months: 'months', mo: 'months', mos: 'months' },
  ...{ year: 'years', years: 'years', yr: 'years', yrs: 'years' },
}

/** Parts of the day, each with the time it means. */
export const dayParts = {
  morning: '09:00',
  afternoon: '15:00',
  evening: '19:00',
  night: '21:00',
  /** The end of a working day. */
  close: '17:00',
} as const

export type DayPart = keyof typeof dayParts

const daytimes: Readonly<Record<string, DayPart>> = {
  ...{ morning: 'morning', afternoon: 'afternoon', evening: 'evening', night: 'night' },
  ...{ am: 'morning', pm: 'afternoon', eve: 'evening' },
}

/** `evenings`: that part of every such day. */
export function toDaytimes(word: string): DayPart | undefined {
  return word.endsWith('s') ? toDaytime(word.slice(0, -1)) : undefined
}

export function toDaytime(word: string): DayPart | undefined {
  return Object.hasOwn(daytimes, word) ? daytimes[word] : undefined
}

/** What a person says before the time that a task rings. */
export const reminderSentences = [
  ...['remind me', 'and remind me', 'please remind me', 'and please remind me', 'but remind me'],
  ...['also remind me', 'and also remind me'],
]

/** The same in a note's words. */
export const reminderNouns = [
  ...['reminder', 'reminders', 'reminder :', 'reminders :', 'with reminder', 'with reminders'],
  ...['with a reminder', 'and a reminder', 'plus a reminder'],
]

/** A set of words, written with spaces between them. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}

/** A table's entry for a word, never a property of `Object.prototype`. */
export function lookUp<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}
