import { addDays, type Day } from '../dates/day.ts'
import { type Weekday, weekdays } from '../recurrence/rule.ts'
import { type Read, type Scene, skipWords, wordAt } from './phrase.ts'
import { lookUp, weekdayWords } from './words.ts'

export type NamedWeekday = {
  readonly day: Day
  /** Whether it is `mon`, `wed`, `sat` or `sun` without a word before it. */
  readonly isBare: boolean
}

/**
 * A weekday: `friday` is the first one after today, `this friday` may be today, `next friday` and
 * `friday next week` are in the week after this one, `friday week` is a week after friday.
 */
export function readWeekday(scene: Scene, index: number): Read<NamedWeekday> | undefined {
  const prefix = readPrefix(scene, index)
  const weekday = lookUp(weekdayWords, wordAt(scene, prefix.next))
  if (!weekday) return undefined
  const next = prefix.next + 1
  if (prefix.value === 'this') return found(findOn(weekday, scene.today), next)
  if (prefix.value === 'next') return found(inNextWeek(scene, weekday), next)
  const nextWeek = skipWords(scene, next, 'next week')
  if (nextWeek !== undefined) return found(inNextWeek(scene, weekday), nextWeek)
  const coming = findOn(weekday, addDays(scene.today, 1))
  if (wordAt(scene, next) === 'week') return found(addDays(coming, 7), next + 1)
  return { value: { day: coming, isBare: prefix.value === undefined }, next }
}

/** The first day of the week after this one. */
export function startOfNextWeek({ today, weekStart }: Pick<Scene, 'today' | 'weekStart'>): Day {
  return findOn(weekStart, addDays(today, 1))
}

/** The first such weekday on or after a day. */
export function findOn(weekday: Weekday, from: Day): Day {
  const distance = weekdays.indexOf(weekday) + 1 - Temporal.PlainDate.from(from).dayOfWeek
  return addDays(from, (distance + 7) % 7)
}

function readPrefix(scene: Scene, index: number): Read<'this' | 'next' | 'coming' | undefined> {
  const coming = skipWords(scene, index, 'this coming') ?? skipWords(scene, index, 'coming')
  if (coming !== undefined) return { value: 'coming', next: coming }
  const word = wordAt(scene, index)
  if (word === 'this' || word === 'next') return { value: word, next: index + 1 }
  return { value: undefined, next: index }
}

function inNextWeek(scene: Scene, weekday: Weekday): Day {
  return findOn(weekday, startOfNextWeek(scene))
}

function found(day: Day, next: number): Read<NamedWeekday> {
  return { value: { day, isBare: false }, next }
}
