import { readMonthDay } from './quick-add-calendar-day.ts'
import { readMonthChoice } from './quick-add-month-choice.ts'
import {
  isTitleCase,
  type Read,
  type Scene,
  skipAny,
  skipWords,
  wordAt,
} from './quick-add-phrase.ts'
import { readKindOfDay, readWeekdayList } from './quick-add-weekday-list.ts'
import {
  type DayPart,
  lookUp,
  monthWords,
  toDaytime,
  toNumber,
  toOrdinal,
} from './quick-add-words.ts'
import { chooseWeekStart, type Frequency, type Weekday } from './recurrence-rule.ts'

/** How something repeats: an RFC 5545 rule without its end, and the part of the day it says. */
export type Pattern = { readonly rule: string; readonly part: DayPart | null }

type Step = { readonly frequency: Frequency; readonly interval: number }

/** What stands behind "every": `3 days`, `other monday`, `1st and 15th`, `12 march`, `morning`. */
export function readPattern(scene: Scene, index: number): Read<Pattern> | undefined {
  return (
    readYearly(scene, index) ??
    readEveryNth(scene, index) ??
    readSteps(scene, index) ??
    readDays(scene, index)
  )
}

/** `daily`, `weekly on tuesday`, `monthly on the 15th`, `yearly on 12 march` */
export function readAdverb(scene: Scene, index: number): Read<Pattern> | undefined {
  const step = lookUp(adverbs, wordAt(scene, index))
  return step && !isTitleCase(scene, index) ? readOn(scene, index + 1, step) : undefined
}

/** `monday`, `mon, wed and fri`, `weekday`, `weekend`, with the part of the day. */
function readDays(scene: Scene, index: number): Read<Pattern> | undefined {
  const days = readKindOfDay(scene, index) ?? readWeekdayList(scene, index)
  if (days) return withPart(scene, weekly(scene, days.value, 1), days.next)
  const part = toDaytime(wordAt(scene, index))
  return part && { value: { rule: 'FREQ=DAILY', part }, next: index + 1 }
}

const adverbs: Readonly<Record<string, Step>> = {
  daily: { frequency: 'DAILY', interval: 1 },
  everyday: { frequency: 'DAILY', interval: 1 },
  weekly: { frequency: 'WEEKLY', interval: 1 },
  fortnightly: { frequency: 'WEEKLY', interval: 2 },
  monthly: { frequency: 'MONTHLY', interval: 1 },
  quarterly: { frequency: 'MONTHLY', interval: 3 },
  yearly: { frequency: 'YEARLY', interval: 1 },
  annually: { frequency: 'YEARLY', interval: 1 },
}

const steps: Readonly<Record<string, Step>> = {
  ...{ day: adverbs.daily as Step, week: adverbs.weekly as Step, month: adverbs.monthly as Step },
  ...{ fortnight: adverbs.fortnightly as Step, quarter: adverbs.quarterly as Step },
  ...{ year: adverbs.yearly as Step },
}

/** `day`, `3 weeks`, `other month`, `3rd day`, and `other monday`. */
function readSteps(scene: Scene, index: number): Read<Pattern> | undefined {
  const word = wordAt(scene, index)
  const times = word === 'other' ? 2 : (toNumber(word) ?? toOrdinal(word))
  const at = times === undefined ? index : index + 1
  const interval = times ?? 1
  const step = lookUp(steps, wordAt(scene, at).replace(/s$/, ''))
  if (step) {
    if (interval < 1 || isTitleCase(scene, at)) return undefined
    return readOn(scene, at + 1, { ...step, interval: step.interval * interval })
  }
  if (word !== 'other' && word !== 'second') return undefined
  const days = readKindOfDay(scene, at) ?? readWeekdayList(scene, at)
  return days && withPart(scene, weekly(scene, days.value, 2), days.next)
}

/** `1st`, `last friday`, `first working day of the month`; `second tuesday` alone is every other one. */
function readEveryNth(scene: Scene, index: number): Read<Pattern> | undefined {
  const choice = readMonthChoice(scene, index)
  if (!choice) return undefined
  const { parts, ofMonth } = choice.value
  // Every 3rd day is every three days.
  const isStep = lookUp(steps, wordAt(scene, choice.next)) !== undefined
  if (ofMonth === null && (isStep || wordAt(scene, index) === 'second')) return undefined
  return withPart(scene, `FREQ=MONTHLY;${parts}`, choice.next)
}

/** `12 march`, `march 12th`, `january` */
function readYearly(scene: Scene, index: number): Read<Pattern> | undefined {
  const found = readMonthDay(scene, index)
  if (found) return { value: { rule: yearly(found.value), part: null }, next: found.next }
  const month = lookUp(monthWords, wordAt(scene, index))
  if (month === undefined) return undefined
  return { value: { rule: yearly({ month, day: 1 }), part: null }, next: index + 1 }
}

/** A step with the days it falls on: every 2 weeks on monday, every month on the 15th. */
function readOn(scene: Scene, next: number, step: Step): Read<Pattern> {
  const on = skipWords(scene, next, 'on')
  const days = on === undefined ? undefined : readOnDays(scene, on, step)
  const { frequency, interval } = step
  const plain = `FREQ=${frequency};INTERVAL=${interval}`
  return withPart(scene, days?.value ?? plain, days?.next ?? next)
}

function readOnDays(scene: Scene, index: number, step: Step): Read<string> | undefined {
  const { frequency, interval } = step
  if (frequency === 'WEEKLY') {
    const days = readKindOfDay(scene, index) ?? readWeekdayList(scene, index)
    return days && { value: weekly(scene, days.value, interval), next: days.next }
  }
  if (frequency === 'MONTHLY') {
    const choice = readMonthChoice(scene, skipAny(scene, index, ['the']))
    const rule = `FREQ=MONTHLY;INTERVAL=${interval};${choice?.value.parts}`
    return choice && { value: rule, next: choice.next }
  }
  const day = frequency === 'YEARLY' ? readMonthDay(scene, index) : undefined
  return day && { value: `${yearly(day.value)};INTERVAL=${interval}`, next: day.next }
}

function withPart(scene: Scene, rule: string, next: number): Read<Pattern> {
  const part = toDaytime(wordAt(scene, next)) ?? null
  return { value: { rule, part }, next: part ? next + 1 : next }
}

function weekly({ weekStart }: Scene, days: readonly Weekday[], interval: number): string {
  const start = chooseWeekStart(days, weekStart)
  return `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days.join()};WKST=${start}`
}

function yearly({ month, day }: { month: number; day: number }): string {
  return `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`
}
