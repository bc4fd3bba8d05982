import type { RecurrenceBasis } from '../recurrence/basis.ts'
import { parseRecurrenceRule } from '../recurrence/parse.ts'
import { listBasisIssues } from '../recurrence/recurrence.ts'
import { workdays } from '../recurrence/rule.ts'
import type { Finding } from './finding.ts'
import { readMonthChoice } from './month-choice.ts'
import {
  type Pattern,
  readAdverb,
  readOn,
  readPattern,
  readStep,
  toMonthRule,
  weekly,
  withPart,
} from './pattern.ts'
import { beginsReminder, endsLoosely, isTitleCase, type Scene, skipAny, wordAt } from './phrase.ts'
import { readCount, readSpan } from './span.ts'
import { isQuestionOrStatement } from './statement.ts'
import { isPluralWeekday, readKindOfDay, readWeekdayList, readWeekdayRun } from './weekday-list.ts'
import { toDaytime, toDaytimes, wordSet } from './words.ts'

/** How it repeats: `every other monday`, `daily`, `on mondays`, `3 days after I did it`. */
export function findRepeat(scene: Scene, index: number): Finding | undefined {
  const start = skipAny(scene, index, ['repeat', 'repeats', 'repeating'])
  const found = findPattern(scene, start)
  if (!found || isQuestionOrStatement(scene, index)) return undefined
  return start > index ? { ...found, from: index } : found
}

function findPattern(scene: Scene, index: number): Finding | undefined {
  return (
    findEvery(scene, index) ??
    findAdverb(scene, index) ??
    findOnce(scene, index) ??
    findMonthDays(scene, index) ??
    findPlural(scene, index) ??
    findRun(scene, index) ??
    findAfterCompletion(scene, index)
  )
}

const afterCompletion = [
  ...['after completion', 'after completing it', 'after i did it', 'after i do it'],
  ...['after i have done it', "after i've done it", 'after doing it', 'after i finish it'],
  ...["after it's done", 'after its done', 'after it is done', 'after finishing it'],
]
const exceptions = wordSet(
  'of except but excluding minus without unless is was are were count counts matters',
)
const runNever = wordSet('from every each other the between not except')
const articles = wordSet('the a an my our your this that their')

function findEvery(scene: Scene, index: number): Finding | undefined {
  const word = wordAt(scene, index)
  if ((word !== 'every' && word !== 'each') || wordAt(scene, index - 1) === 'of') return undefined
  const isStrict = wordAt(scene, index + 1) === '!'
  const at = isStrict ? index + 2 : index + 1
  if (word === 'each' && !isStrict && /^(?:other|\d)/.test(wordAt(scene, at))) return undefined
  const pattern = readPattern(scene, at)
  if (!pattern) return undefined
  // "Every 1st but remind me 1h before" excepts nothing.
  const isException = exceptions.has(wordAt(scene, pattern.next))
  if (isException && !beginsReminder(scene, pattern.next)) return undefined
  // "Every morning and evening" would be two tasks.
  const isFirstOfTwo = wordAt(scene, pattern.next) === 'and' && pattern.value.part !== null
  if (isFirstOfTwo && toDaytime(wordAt(scene, pattern.next + 1))) return undefined
  const next = skipAny(scene, pattern.next, afterCompletion)
  const after = isStrict || next > pattern.next
  const counted = after ? toFinding(index, next, pattern.value, true) : undefined
  // Weekdays and days of the month follow a schedule, whenever the last occurrence was completed.
  return counted ?? toFinding(index, pattern.next, pattern.value, false)
}

function findAdverb(scene: Scene, index: number): Finding | undefined {
  if (articles.has(wordAt(scene, index - 1))) return undefined
  const pattern = readAdverb(scene, index)
  if (!pattern) return undefined
  const times = readCount(scene, pattern.next)
  const isCounted = times !== undefined && /^times?$/.test(wordAt(scene, times.next))
  // "The weekly report": daily or monthly often describes a thing.
  if (!isCounted && !endsLoosely(scene, pattern.next)) return undefined
  return toFinding(index, pattern.next, pattern.value, false)
}

/** `once a week`, `once per month`, `once every 3 days` */
function findOnce(scene: Scene, index: number): Finding | undefined {
  if (wordAt(scene, index) !== 'once') return undefined
  const every = findEvery(scene, index + 1)
  if (every) return { ...every, from: index }
  const at = skipAny(scene, index + 1, ['a', 'per'])
  const step = at === index + 1 ? undefined : readStep(scene, at)
  if (!step) return undefined
  const pattern = readOn(scene, step.next, step.value)
  if (!endsLoosely(scene, pattern.next)) return undefined
  return toFinding(index, pattern.next, pattern.value, false)
}

/** `on the last day of every month`, `first monday of each month`, `1st and 15th monthly`, `on the 7th of jan and jul`. */
function findMonthDays(scene: Scene, index: number): Finding | undefined {
  if (wordAt(scene, index - 1) === 'the') return undefined
  const at = skipAny(scene, index, ['on the', 'the', 'on', 'due on the', 'due the'])
  const choice = readMonthChoice(scene, at)
  const of = choice?.value.of
  // "Of the month" means this month, as in the end of the month. A repeat says "of every month".
  const isOfAll = of?.kind === 'every' || (of?.kind === 'named' && of.months.length > 1)
  if (!choice || !isOfAll) return undefined
  const pattern = withPart(scene, toMonthRule(choice.value), choice.next)
  return toFinding(index, pattern.next, pattern.value, false)
}

/** `on mondays and thursdays`, `on weekends`, `mondays 7am`, `friday evenings`, `thursdays every 2 weeks` */
function findPlural(scene: Scene, index: number): Finding | undefined {
  const at = skipAny(scene, index, ['on'])
  const word = wordAt(scene, at)
  const days = readKindOfDay(scene, at) ?? readWeekdayList(scene, at)
  // "Happy Mondays" are a band.
  if (!days || (isTitleCase(scene, at - 1) && isTitleCase(scene, at))) return undefined
  const part = toDaytimes(wordAt(scene, days.next))
  if (part) {
    const rule = weekly(scene, days.value, 1)
    return toFinding(index, days.next + 1, { rule, part }, false)
  }
  if (!/^(?:weekday|workday|weekend)s$/.test(word) && !isPluralWeekday(word)) return undefined
  const step = wordAt(scene, days.next) === 'every' ? readStep(scene, days.next + 1) : undefined
  if (step?.value.frequency === 'WEEKLY') {
    const rule = weekly(scene, days.value, step.value.interval)
    return toFinding(index, step.next, { rule, part: null }, false)
  }
  const isTimed = /^\d/.test(wordAt(scene, skipAny(scene, days.next, ['at', '@', ',', 'from'])))
  const isHead = index === 0 && wordAt(scene, days.next) === ':'
  const followsTime = /^\d{1,2}(?::\d\d|[ap]m|:\d\d[ap]m)$/.test(wordAt(scene, index - 1))
  if (at === index && !isTimed && !isHead && !followsTime) return undefined
  const pattern = withPart(scene, weekly(scene, days.value, 1), days.next)
  return toFinding(index, pattern.next, pattern.value, false)
}

/** Weekdays that can't be a single day: `mon wed fri`, `mon - fri`, `monday and thursday 6pm`. */
function findRun(scene: Scene, index: number): Finding | undefined {
  if (runNever.has(wordAt(scene, index - 1))) return undefined
  const at = skipAny(scene, index, ['on'])
  const run = readWeekdayRun(scene, at)
  if (!run) return undefined
  const isTimed = /^\d{1,2}(?:[:.]\d\d)?(?:[ap]m?)?$|^noon$/.test(
    wordAt(scene, skipAny(scene, run.next, ['at', '@', ','])),
  )
  // A camp from monday to wednesday happens once; monday to friday is usually every week.
  const isRange = scene.tokens
    .slice(at, run.next)
    .some(({ lower }) => /^(?:to|thr.*|.*[-–].*)$/.test(lower))
  const isLong = isRange ? run.value.join() === workdays.join() : run.value.length > 2
  if (!isLong && !isTimed) return undefined
  if (!endsLoosely(scene, run.next) && !isTimed && !toDaytime(wordAt(scene, run.next)))
    return undefined
  const pattern = withPart(scene, weekly(scene, run.value, 1), run.next)
  return toFinding(index, pattern.next, pattern.value, false)
}

/** `3 days after I did it`, `a month after completion` */
function findAfterCompletion(scene: Scene, index: number): Finding | undefined {
  const span = readSpan(scene, index)
  if (!span) return undefined
  const next = skipAny(scene, span.next, afterCompletion)
  const frequency = { days: 'DAILY', weeks: 'WEEKLY', months: 'MONTHLY', years: 'YEARLY' } as const
  const { unit, count } = span.value
  if (next === span.next || unit === 'hours' || unit === 'minutes') return undefined
  const rule = `FREQ=${frequency[unit]};INTERVAL=${count}`
  return toFinding(index, next, { rule, part: null }, true)
}

function toFinding(
  from: number,
  to: number,
  { rule, part }: Pattern,
  isAfterCompletion: boolean,
): Finding | undefined {
  const parsed = parseRecurrenceRule(rule)
  const basis: RecurrenceBasis = isAfterCompletion ? 'COMPLETION' : 'SCHEDULE'
  if (!parsed.ok || listBasisIssues(parsed.rule, basis).length > 0) return undefined
  return { kind: 'REPEAT', from, to, rule: parsed.rule, basis, part }
}
