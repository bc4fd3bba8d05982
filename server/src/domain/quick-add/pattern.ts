import { chooseWeekStart, type Frequency, type Weekday, weekdays } from '../recurrence/rule.ts'
import { readMonthDay } from './calendar-day.ts'
import { readMonthChoice } from './month-choice.ts'
import { type MonthsDay, readMonthsDay } from './month-names.ts'
import { isTitleCase, type Read, type Scene, skipAny, skipWords, wordAt } from './phrase.ts'
import { readKindOfDay, readWeekdayList } from './weekday-list.ts'
import {
  type DayPart,
  lookUp,
  monthWords,
  toDaytime,
  toDaytimes,
  toNumber,
  toOrdinal,
} from './words.ts'

/** How something repeats: an RFC 5545 rule without its end, and the part of the day. */
export type Pattern = { readonly rule: string; readonly part: DayPart | null }

type Step = { readonly frequency: Frequency; readonly interval: number }

/** What follows "every": `3 days`, `other monday`, `1st and 15th`, `12 march`, `morning`. */
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
  nightly: { frequency: 'DAILY', interval: 1 },
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
  ...{ year: adverbs.yearly as Step, wk: adverbs.weekly as Step },
  ...{ mo: adverbs.monthly as Step, yr: adverbs.yearly as Step },
}

/** `day`, `3 weeks`, `other month`, `3rd day`, `other`: a number of units, without saying on which days. */
export function readStep(scene: Scene, index: number): Read<Step> | undefined {
  const at = skipAny(scene, index, ['single'])
  const word = wordAt(scene, at)
  const times = word === 'other' || word === 'alternate' ? 2 : (toInterval(word) ?? toOrdinal(word))
  const unit = times === undefined ? at : at + 1
  const step = lookUp(steps, wordAt(scene, unit).replace(/s$/, ''))
  const interval = times ?? 1
  if (!step || interval < 1 || isTitleCase(scene, unit)) return undefined
  return { value: { ...step, interval: step.interval * interval }, next: unit + 1 }
}

/** `3 weeks on monday`, `other day`, `day of every other week`, and `other monday`. */
function readSteps(scene: Scene, index: number): Read<Pattern> | undefined {
  const step = readStep(scene, index)
  if (step) {
    const { frequency, interval } = step.value
    const ofEvery = skipWords(scene, step.next, 'of every')
    const week = ofEvery === undefined ? undefined : readStep(scene, ofEvery)
    if (frequency === 'DAILY' && interval === 1 && week?.value.frequency === 'WEEKLY')
      return withPart(scene, weekly(scene, weekdays, week.value.interval), week.next)
    return readOn(scene, step.next, step.value)
  }
  const word = wordAt(scene, index)
  if (!/^(?:other|second|alternate)$/.test(word)) return undefined
  const days = readKindOfDay(scene, index + 1) ?? readWeekdayList(scene, index + 1)
  return days && withPart(scene, weekly(scene, days.value, 2), days.next)
}

/** `1st`, `last friday`, `first working day of the month`; `second tuesday` alone means every other one. */
function readEveryNth(scene: Scene, index: number): Read<Pattern> | undefined {
  const choice = readMonthChoice(scene, index)
  if (!choice) return undefined
  const { of, count } = choice.value
  // "Every 3rd day" is every three days, and "every second tuesday" every other one.
  const isStep = lookUp(steps, wordAt(scene, choice.next)) !== undefined
  const isOther = wordAt(scene, index) === 'second' && count === 1
  if (of?.kind === 'ahead' || (of === null && (isStep || isOther))) return undefined
  return withPart(scene, toMonthRule(choice.value), choice.next)
}

/** The rule for days of the month, in the months that were given with them. */
export function toMonthRule({
  parts,
  of,
}: NonNullable<ReturnType<typeof readMonthChoice>>['value']): string {
  if (of?.kind === 'named') return `FREQ=YEARLY;BYMONTH=${of.months.join()};${parts}`
  return `FREQ=MONTHLY;INTERVAL=${of?.kind === 'every' ? of.interval : 1};${parts}`
}

/** `12 march`, `march 12th`, `jan, apr and jul 7`, `january` */
function readYearly(scene: Scene, index: number): Read<Pattern> | undefined {
  const found = readMonthsDay(scene, index) ?? readCertainDay(scene, index)
  if (found) return { value: { rule: yearly(found.value), part: null }, next: found.next }
  const month = lookUp(monthWords, wordAt(scene, index))
  if (month === undefined) return undefined
  return { value: { rule: yearly({ months: [month], day: 1 }), part: null }, next: index + 1 }
}

/** After "every", the 7 of `june 7` counts nothing, whatever follows it. */
function readCertainDay(scene: Scene, index: number): Read<MonthsDay> | undefined {
  const found = readMonthDay(scene, index, true)
  if (!found) return undefined
  const { month, day } = found.value
  return { value: { months: [month], day }, next: found.next }
}

/** An interval with its days: every 2 weeks on monday, every month on the 15th. */
export function readOn(scene: Scene, next: number, step: Step): Read<Pattern> {
  const on = skipAny(scene, next, ['on', 'on a', ', on', ', every', 'every', '(', 'in'])
  const said = readOnDays(scene, on, step, on > next)
  const closes = wordAt(scene, on - 1) === '(' ? 1 : 0
  const isClosed = closes === 0 || wordAt(scene, said?.next ?? 0) === ')'
  const days = said && isClosed ? { ...said, next: said.next + closes } : undefined
  const { frequency, interval } = step
  const plain = `FREQ=${frequency};INTERVAL=${interval}`
  return withPart(scene, days?.value ?? plain, days?.next ?? next)
}

function readOnDays(
  scene: Scene,
  index: number,
  step: Step,
  isSaid: boolean,
): Read<string> | undefined {
  const { frequency, interval } = step
  if (frequency === 'WEEKLY') {
    const days = readKindOfDay(scene, index) ?? readWeekdayList(scene, index)
    return days && { value: weekly(scene, days.value, interval), next: days.next }
  }
  if (!isSaid) return undefined
  const choice = readMonthChoice(scene, skipAny(scene, index, ['the']))
  if (frequency === 'MONTHLY') {
    const rule = `FREQ=MONTHLY;INTERVAL=${interval};${choice?.value.parts}`
    return choice?.value.of === null ? { value: rule, next: choice.next } : undefined
  }
  if (frequency !== 'YEARLY') return undefined
  const day = readMonthsDay(scene, index)
  if (day) return { value: `${yearly(day.value)};INTERVAL=${interval}`, next: day.next }
  const month = lookUp(monthWords, wordAt(scene, index))
  if (month !== undefined && wordAt(scene, index - 1) === 'in')
    return { value: `${yearly({ months: [month], day: 1 })};INTERVAL=${interval}`, next: index + 1 }
  if (choice?.value.of?.kind !== 'named') return undefined
  return { value: `${toMonthRule(choice.value)};INTERVAL=${interval}`, next: choice.next }
}

/** The part of the day at the end of a pattern: every monday evening, every day in the morning. */
export function withPart(scene: Scene, rule: string, next: number): Read<Pattern> {
  const at = skipAny(scene, next, ['in the'])
  const word = wordAt(scene, at)
  const part = toDaytime(word) ?? toDaytimes(word) ?? null
  return { value: { rule, part }, next: part ? at + 1 : next }
}

export function weekly({ weekStart }: Scene, days: readonly Weekday[], interval: number): string {
  const start = chooseWeekStart(days, weekStart)
  return `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days.join()};WKST=${start}`
}

function yearly({ months, day }: MonthsDay): string {
  return `FREQ=YEARLY;BYMONTH=${months.join()};BYMONTHDAY=${day}`
}

function toInterval(word: string): number | undefined {
  return /^\d{4}$/.test(word) ? Number(word) : toNumber(word)
}
