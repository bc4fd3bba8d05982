import { addDays, type Day } from './day.ts'
import { readDay } from './quick-add-dates.ts'
import type { Finding } from './quick-add-finding.ts'
import {
  type Read,
  readCount,
  readSpan,
  type Scene,
  skipAny,
  skipWords,
  wordAt,
} from './quick-add-phrase.ts'
import { lookUp, monthWords } from './quick-add-words.ts'

const untilWords = ['until', 'till', 'til', 'through', 'thru']

/** Where a repeat ends: `until june`, `through march`, `for 5 times`, `10 times`, `for 2 weeks`. */
export function findEnd(scene: Scene, index: number): Finding | undefined {
  const isUntil = untilWords.includes(wordAt(scene, index))
  const until = isUntil ? readLastDay(scene, index) : undefined
  if (until) {
    const end = { until: until.value }
    return { kind: 'END', from: index, to: until.next, end, leans: false }
  }
  const isFor = wordAt(scene, index) === 'for'
  const at = isFor ? index + 1 : index
  const count = readCount(scene, at)
  if (count && /^times?$/.test(wordAt(scene, count.next))) {
    const end = { count: count.value }
    return { kind: 'END', from: index, to: count.next + 1, end, leans: true }
  }
  const span = isFor ? readSpan(scene, at) : undefined
  if (!span || span.value.unit === 'hours' || span.value.unit === 'minutes') return undefined
  return { kind: 'END', from: index, to: span.next, end: { span: span.value }, leans: true }
}

/** Where something starts: `starting monday`, `not before 1 dec`, `from monday to friday`. */
export function findStart(scene: Scene, index: number): Finding | undefined {
  const sure = skipAny(scene, index, starts)
  const at = sure > index ? sure : skipWords(scene, index, 'from')
  const first = at === undefined ? undefined : readDay(scene, at)
  if (!first || first.value.time !== null || first.value.part !== null) return undefined
  const range = sure > index ? undefined : readRangeEnd(scene, first.next, first.value.day)
  return {
    kind: 'START',
    from: index,
    to: range?.next ?? first.next,
    day: first.value.day,
    dueDay: range?.value ?? null,
    leans: sure === index && !range,
  }
}

const starts = [
  ...['starting', 'starting on', 'starting from', 'beginning', 'beginning on', 'not before'],
]

/** The last day that "until" lets in: a month alone ends it before that month, or with "through" in it. */
function readLastDay(scene: Scene, index: number): Read<Day> | undefined {
  const day = readDay(scene, index + 1)
  if (day && day.value.time === null) return { value: day.value.day, next: day.next }
  const month = lookUp(monthWords, wordAt(scene, index + 1))
  if (month === undefined) return undefined
  const today = Temporal.PlainDate.from(scene.today)
  const year = today.year + (month <= today.month ? 1 : 0)
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const isThrough = wordAt(scene, index).startsWith('thr')
  const end = isThrough ? first.add({ months: 1 }) : first
  return { value: addDays(end.toString(), -1), next: index + 2 }
}

/** The end of a range is looked for from its start on: from 3 aug to 10 aug. */
function readRangeEnd(scene: Scene, index: number, from: Day): Read<Day> | undefined {
  if (wordAt(scene, index) !== 'to' && !untilWords.includes(wordAt(scene, index))) return undefined
  const last = readDay({ ...scene, today: from }, index + 1)
  return last && last.value.time === null ? { value: last.value.day, next: last.next } : undefined
}
