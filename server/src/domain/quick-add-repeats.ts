import type { Finding } from './quick-add-finding.ts'
import { readMonthChoice } from './quick-add-month-choice.ts'
import { type Pattern, readAdverb, readPattern } from './quick-add-pattern.ts'
import {
  endsLoosely,
  isTitleCase,
  type Read,
  readCount,
  readSpan,
  type Scene,
  skipAny,
  skipWords,
  wordAt,
} from './quick-add-phrase.ts'
import { isPluralWeekday, readKindOfDay, readWeekdayList } from './quick-add-weekday-list.ts'
import { toDaytime, wordSet } from './quick-add-words.ts'
import { listBasisIssues, type RecurrenceBasis } from './recurrence.ts'
import { parseRecurrenceRule } from './recurrence-parse.ts'

/** How it goes on: `every other monday`, `daily`, `on mondays`, `3 days after I did it`. */
export function findRepeat(scene: Scene, index: number): Finding | undefined {
  const start = skipAny(scene, index, ['repeat', 'repeats', 'repeating'])
  const found = findPattern(scene, start)
  return found && start > index ? { ...found, from: index } : found
}

function findPattern(scene: Scene, index: number): Finding | undefined {
  return (
    findEvery(scene, index) ??
    findAdverb(scene, index) ??
    findOnMonthDays(scene, index) ??
    findPlural(scene, index) ??
    findAfterCompletion(scene, index)
  )
}

const afterCompletion = [
  ...['after completion', 'after completing it', 'after i did it', 'after i do it'],
  ...['after i have done it', "after i've done it", 'after doing it', 'after i finish it'],
  ...["after it's done", 'after its done', 'after it is done', 'after finishing it'],
]
const exceptions = wordSet('of except but excluding minus without')
const articles = wordSet('the a an my our your this that their')

function findEvery(scene: Scene, index: number): Finding | undefined {
  const word = wordAt(scene, index)
  if ((word !== 'every' && word !== 'each') || wordAt(scene, index - 1) === 'of') return undefined
  const isStrict = wordAt(scene, index + 1) === '!'
  const at = isStrict ? index + 2 : index + 1
  if (word === 'each' && !isStrict && /^(?:other|\d)/.test(wordAt(scene, at))) return undefined
  const pattern = readPattern(scene, at)
  if (!pattern || exceptions.has(wordAt(scene, pattern.next))) return undefined
  // Every morning and evening would be two tasks.
  const isFirstOfTwo = wordAt(scene, pattern.next) === 'and' && pattern.value.part !== null
  if (isFirstOfTwo && toDaytime(wordAt(scene, pattern.next + 1))) return undefined
  const next = skipAny(scene, pattern.next, afterCompletion)
  const after = isStrict || next > pattern.next
  const counted = after ? toFinding(index, next, pattern.value, true) : undefined
  // Days of the week and the month come on a schedule, whenever the last one was done.
  return counted ?? toFinding(index, pattern.next, pattern.value, false)
}

function findAdverb(scene: Scene, index: number): Finding | undefined {
  if (articles.has(wordAt(scene, index - 1))) return undefined
  const pattern = readAdverb(scene, index)
  if (!pattern) return undefined
  const times = readCount(scene, pattern.next)
  const isCounted = times !== undefined && /^times?$/.test(wordAt(scene, times.next))
  // The weekly report: what is daily or monthly is often a thing.
  if (!isCounted && !endsLoosely(scene, pattern.next)) return undefined
  return toFinding(index, pattern.next, pattern.value, false)
}

/** `on the last day of every month`, `on the first monday of the month` */
function findOnMonthDays(scene: Scene, index: number): Finding | undefined {
  const at = skipWords(scene, index, 'on the')
  const choice = at === undefined ? undefined : readMonthChoice(scene, at)
  if (!choice || choice.value.ofMonth === null) return undefined
  const rule = `FREQ=MONTHLY;${choice.value.parts}`
  return toFinding(index, choice.next, { rule, part: null }, false)
}

/** `on mondays and thursdays`, `on weekends`, `mondays 7am` */
function findPlural(scene: Scene, index: number): Finding | undefined {
  const on = skipWords(scene, index, 'on')
  const at = on ?? index
  const word = wordAt(scene, at)
  const isKind = /^(?:weekday|workday|weekend)s$/.test(word)
  if (!isKind && !isPluralWeekday(word)) return undefined
  const days: Read<readonly string[]> | undefined = isKind
    ? readKindOfDay(scene, at)
    : readWeekdayList(scene, at)
  if (!days || isTitleCase(scene, at - 1)) return undefined
  const isTimed = /^\d/.test(wordAt(scene, skipAny(scene, days.next, ['at'])))
  if (on === undefined && !isTimed) return undefined
  const rule = `FREQ=WEEKLY;BYDAY=${days.value.join()}`
  return toFinding(index, days.next, { rule, part: null }, false)
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
