import { addDays, type Day } from '../dates/day.ts'
import { readDay } from './dates.ts'
import { readDayRange } from './day-range.ts'
import type { Finding } from './finding.ts'
import { type Read, type Scene, skipAny, wordAt } from './phrase.ts'
import { readCount, readSpan } from './span.ts'
import { lookUp, monthWords, wordSet } from './words.ts'

const untilPhrases = [
  ...['until', 'till', 'til', 'through', 'thru', 'up to', 'ending', 'ending on', 'ends', 'ends on'],
]

/**
 * Where a repeat ends: `until june`, `through march`, `ending aug 3`, `, 5 times`, `for 2 weeks`,
 * `once`.
 */
export function findEnd(scene: Scene, index: number): Finding | undefined {
  if (wordAt(scene, index) !== '(') return findBareEnd(scene, index)
  const inside = findBareEnd(scene, index + 1)
  const isClosed = inside && wordAt(scene, inside.to) === ')'
  return isClosed ? { ...inside, from: index, to: inside.to + 1 } : undefined
}

function findBareEnd(scene: Scene, index: number): Finding | undefined {
  const behindComma = wordAt(scene, index) === ',' ? index + 1 : index
  const until = readLastDay(scene, behindComma)
  if (until) {
    const end = { until: until.value }
    return { kind: 'END', from: index, to: until.next, end, leans: false }
  }
  if (wordAt(scene, behindComma) === 'once' && behindComma > index)
    return { kind: 'END', from: index, to: behindComma + 1, end: { count: 1 }, leans: true }
  const at = skipAny(scene, behindComma, ['for', 'for the next'])
  const count = readCount(scene, at)
  if (count && /^times?$/.test(wordAt(scene, count.next))) {
    // "Three times a week" says how often, not how long.
    if (/^(?:a|an|per|each|every)$/.test(wordAt(scene, count.next + 1))) return undefined
    const end = { count: count.value }
    return { kind: 'END', from: index, to: count.next + 1, end, leans: true }
  }
  const span = at > behindComma ? readSpan(scene, at) : undefined
  if (!span || span.value.unit === 'hours' || span.value.unit === 'minutes') return undefined
  return { kind: 'END', from: index, to: span.next, end: { span: span.value }, leans: true }
}

/** Where a task starts: `starting monday`, `not before 1 dec`, `from monday to friday`, `dec 3 - dec 7`. */
export function findStart(scene: Scene, index: number): Finding | undefined {
  const range = readDayRange(scene, index)
  if (range) {
    // "A hotel for june 4-6" says when somebody stays, not when to find the hotel.
    if (isMoving(scene, index) || wordAt(scene, index - 1) === 'for') return undefined
    const { start, due } = range.value
    return { kind: 'START', from: index, to: range.next, day: start, dueDay: due, leans: false }
  }
  const sure = skipAny(scene, index, starts)
  const at = sure > index ? sure : skipAny(scene, index, ['from'])
  const first = at === index ? undefined : readDay(scene, at)
  if (!first || first.value.time !== null || first.value.part !== null) return undefined
  const { day } = first.value
  const leans = sure === index
  return { kind: 'START', from: index, to: first.next, day, dueDay: null, leans }
}

const starts = [
  ...['starting', 'starting on', 'starting from', 'beginning', 'beginning on', 'not before'],
  ...['not until'],
]
const moving = wordSet(
  'move reschedule shift change postpone push bump swap switch rebook moved rescheduled shifted changed postponed',
)

/** Something that is moved from one day to another neither starts on the first nor is due on the second. */
function isMoving(scene: Scene, index: number): boolean {
  return scene.tokens.slice(Math.max(0, index - 8), index).some(({ lower }) => moving.has(lower))
}

/**
 * The last day that "until" includes: a month alone ends the repeat before that month, or with
 * "through" in it.
 */
function readLastDay(scene: Scene, index: number): Read<Day> | undefined {
  const at = skipAny(scene, index, untilPhrases)
  if (at === index) return undefined
  const day = readDay(scene, at)
  if (day && day.value.time === null) return { value: day.value.day, next: day.next }
  const month = lookUp(monthWords, wordAt(scene, at))
  if (month === undefined) return undefined
  const today = Temporal.PlainDate.from(scene.today)
  const year = today.year + (month <= today.month ? 1 : 0)
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const isThrough = wordAt(scene, index).startsWith('thr')
  const end = isThrough ? first.add({ months: 1 }) : first
  return { value: addDays(end.toString(), -1), next: at + 1 }
}
