import type { Finding } from './finding.ts'
import { ownsNumber } from './numbers.ts'
import { endsLoosely, type Scene, wordAt } from './phrase.ts'
import { isSign } from './signs.ts'
import {
  lookUp,
  monthWords,
  pluralWeekdays,
  toDaytime,
  toNumber,
  toOrdinal,
  unitWords,
  weekdayWords,
  wordlikeWeekdays,
  wordSet,
} from './words.ts'

/**
 * The one guard against half-read phrases: the chosen findings that touch a word which stays text
 * although it belongs to the phrase. Examples are `Mon 30 9am` without the 30, `every day` before
 * an "except", one of `monday and thursday`, `in an hour` before "or two". The word would stay
 * visible in the title, but the due date would still be wrong.
 */
export function listTouching(
  scene: Scene,
  chosen: readonly Finding[],
  { isText, unchosen }: { isText: (index: number) => boolean; unchosen: readonly Finding[] },
): Finding[] {
  const covered = new Set<number>()
  for (const { from, to } of chosen) for (let at = from; at < to; at += 1) covered.add(at)
  const others = new Set(unchosen.flatMap((found) => (isDated(found) ? [found.from] : [])))
  const otherEnds = new Set(unchosen.flatMap((found) => (isDated(found) ? [found.to] : [])))
  const sides: Sides = {
    scene,
    isFree: (index) =>
      index >= 0 && index < scene.tokens.length && !covered.has(index) && !isText(index),
    startsOther: (index) => others.has(index),
    endsOther: (index) => otherEnds.has(index + 1),
    repeats: chosen.some(({ kind }) => kind === 'REPEAT'),
  }
  return chosen.filter(
    (found) => isTimed(found) && (touchesBefore(sides, found) || touchesBehind(sides, found)),
  )
}

type Sides = {
  readonly scene: Scene
  /** Whether the word exists and belongs to no chosen finding. */
  readonly isFree: (index: number) => boolean
  /** Whether another day or time, which isn't chosen, begins or ends with the word. */
  readonly startsOther: (index: number) => boolean
  readonly endsOther: (index: number) => boolean
  readonly repeats: boolean
}

const joints = wordSet('and or & + to - – — / plus until till through thru')
const bounds = wordSet(
  'until till through thru ending ends starting beginning except excluding but unless without minus not',
)
const tails = wordSet('ago onwards onward every each hourly twice apart')
const heads = wordSet(
  'ago yesterday last half quarter twice times once not except other couple few biweekly bi-weekly bimonthly bi-monthly hourly',
)
const afterWords = wordSet('next last that tomorrow easter christmas thanksgiving')

const pastWords = wordSet('last past previous from since of')

/** Whether it says when the task is to be done, in whatever way. */
export function isTimed(found: Finding): boolean {
  return !isSign(found) && !/^(?:LIST|TAG|REMINDER)$/.test(found.kind)
}

/** Whether it is a day or time by itself; what only depends on others says nothing alone. */
function isDated(found: Finding): boolean {
  return found.kind === 'DATE' || found.kind === 'TIME' || found.kind === 'REPEAT'
}

function touchesBehind(sides: Sides, found: Finding): boolean {
  const { scene, isFree } = sides
  const at = found.to
  if (!isFree(at)) return false
  const word = wordAt(scene, at)
  const last = wordAt(scene, at - 1)
  if (sides.startsOther(at) || tails.has(word)) return true
  if (sides.repeats && (bounds.has(word) || /^(?:x\d+|\d+x)$/.test(word))) return true
  if (sides.repeats && word === 'from')
    return isFree(at + 1) && isCalendarWord(wordAt(scene, at + 1))
  if (sides.repeats && word === '(') return isNumber(wordAt(scene, at + 1))
  // The duration is too long to be read, and the repeat would have no end without it.
  if (sides.repeats && word === 'for' && /^\d+$/.test(wordAt(scene, at + 1)))
    return isUnit(wordAt(scene, at + 2))
  if (isWeekday(word)) return true
  if (isWeekday(last) && isNumericDay(scene, at)) return true
  if (isOrdinal(word) || (word === 'the' && isOrdinal(wordAt(scene, at + 1))))
    return isWeekday(last) || isMonth(last) || endsLoosely(scene, word === 'the' ? at + 2 : at + 1)
  if (isNumber(word)) return !countsThing(scene, at, found)
  if (isMonth(word)) return /\d$|^\d+(?:st|nd|rd|th)$/.test(last) || isWeekday(last)
  if (isUnit(word)) return endsLoosely(scene, at + 1)
  const next = at + 1
  if ((word === 'of' || word === 'in') && isFree(next)) return isMonthOrUnit(scene, next)
  if (word === 'after' || word === 'before')
    return (
      isFree(next) && (afterWords.has(wordAt(scene, next)) || isCalendarWord(wordAt(scene, next)))
    )
  if (word === ',') {
    const isListed = found.kind === 'DATE' && sides.startsOther(next)
    return isFree(next) && (isListed || isWeekday(wordAt(scene, next)) || isJoined(sides, next))
  }
  if (word === '(') return isWeekday(wordAt(scene, next))
  if (word === 'at' || word === '@') return isFree(next) && /^\d/.test(wordAt(scene, next))
  // "Twice a day", "about then": neither can be expressed.
  if (isClock(word)) return word.endsWith('ish') || /^(?:and|or|&)$/.test(wordAt(scene, next))
  return isJoined(sides, at) || isOneOfHours(sides, found)
}

/** `at 7 and 19` */
function isOneOfHours({ scene }: Sides, { kind, to }: Finding): boolean {
  const isHour = (at: number) => /^(?:1?\d|2[0-3])$/.test(wordAt(scene, at))
  const isAnd = /^(?:and|or|&|\+)$/.test(wordAt(scene, to))
  return kind === 'TIME' && isAnd && isHour(to - 1) && isHour(to + 1)
}

/** `and friday`, `or two`, `- 7`, `to the 5th`, `or so` */
function isJoined(sides: Sides, at: number): boolean {
  const { scene, isFree, startsOther } = sides
  if (!joints.has(wordAt(scene, at))) return false
  const skipped = /^(?:the|on|at|a|every|in)$/.test(wordAt(scene, at + 1)) ? at + 2 : at + 1
  if (!isFree(skipped)) return false
  if (startsOther(at + 1) || startsOther(skipped)) return true
  const word = wordAt(scene, skipped)
  if (isNumber(word)) return endsLoosely(scene, skipped + 1) || isUnit(wordAt(scene, skipped + 1))
  if (wordAt(scene, at) === 'or' && /^(?:so|later|earlier|more|less)$/.test(word)) return true
  const isName =
    isMonth(word) && !isMonth(wordAt(scene, at - 1)) && !isNumber(wordAt(scene, skipped + 1))
  const isDay = (isCalendarWord(word) && !isName) || isNumericDay(scene, skipped)
  return isDay || word === 'half' || toDaytime(word) !== undefined
}

function touchesBefore(sides: Sides, found: Finding): boolean {
  const { scene, isFree, endsOther } = sides
  const at = found.from - 1
  if (!isFree(at)) return false
  const word = wordAt(scene, at)
  if (endsOther(at) || heads.has(word)) return true
  const isDue = found.kind === 'DATE' && /^(?:by|due|before)$/.test(wordAt(scene, found.from))
  // "Lunch from last tuesday, by friday".
  if (isWeekday(word) && isDue && pastWords.has(wordAt(scene, at - 1))) return false
  if (isWeekday(word)) return found.kind === 'TIME' || !wordlikeWeekdays.has(word)
  if (isMonth(word)) return isNumber(wordAt(scene, at - 1)) || isOrdinal(wordAt(scene, at - 1))
  if (found.kind === 'TIME' && isNumericDay(scene, at)) return true
  const isBare = !/^(?:on|by|at|due|before|in|for|over|@|from|starting|no)$/.test(
    wordAt(scene, found.from),
  )
  if (isNumber(word)) {
    const isOfDay = isWeekday(wordAt(scene, at - 1)) || isMonth(wordAt(scene, at - 1))
    return isOfDay || (isBare && !ownsNumber(scene, at))
  }
  // "Henry the 8th, by the 20th".
  if (isOrdinal(word)) return !isDue && !wordAt(scene, at - 1).endsWith("'s")
  if (isBare && (toOrdinal(word) ?? 0) > 0) return isCalendarWord(wordAt(scene, found.from))
  if (isUnit(word)) return touchesSpan(scene, at, found)
  if (found.kind === 'REPEAT' && (/^\d+x$/.test(word) || isSecondClock(scene, at))) return true
  if (word === ',') {
    const isLate = found.kind === 'TIME' && endsDate(scene, at)
    const isListed = found.kind === 'DATE' && isBare && endsOther(at - 1)
    return isFree(at - 1) && (isLate || isListed || isWeekday(wordAt(scene, at - 1)))
  }
  if (!joints.has(word) || !isFree(at - 1)) return false
  const before = wordAt(scene, at - 1)
  if (endsOther(at - 1)) return true
  if (isNumber(before)) return !ownsNumber(scene, at - 1)
  return isOrdinal(before) || isWeekday(before) || toDaytime(before) !== undefined
}

/** `7am and 6pm` before "daily" means twice a day. */
function isSecondClock(scene: Scene, at: number): boolean {
  const isAnd = /^(?:and|&|\+|,)$/.test(wordAt(scene, at - 1))
  return isAnd && isClock(wordAt(scene, at)) && isClock(wordAt(scene, at - 2))
}

/** `dec 5` before a comma that a time follows. */
function endsDate(scene: Scene, comma: number): boolean {
  return isNumber(wordAt(scene, comma - 1)) && isMonth(wordAt(scene, comma - 2))
}

/** `3 days` before a day is the distance from it; `30 minutes` before one is how long something takes. */
function touchesSpan(scene: Scene, at: number, found: Finding): boolean {
  const unit = lookUp(unitWords, wordAt(scene, at))
  const isCounted =
    isNumber(wordAt(scene, at - 1)) ||
    /^(?:\d+|a|an|one|few|several|couple)$/.test(wordAt(scene, at - 1))
  const isFrom = /^(?:before|after|from)$/.test(wordAt(scene, found.from))
  if (unit === 'minutes' || unit === 'hours') return isCounted && isFrom
  return isCounted && found.kind !== 'REPEAT'
}

/** Whether a number after a phrase counts what follows it: tomorrow 3 clients. */
function countsThing(scene: Scene, at: number, found: Finding): boolean {
  const next = wordAt(scene, at + 1)
  const unit = lookUp(unitWords, next)
  const isShort = unit === 'minutes' || unit === 'hours'
  if (unit && !isShort) return false
  if (isShort) return found.kind !== 'DATE' || found.time === null
  const isOfDay = isWeekday(wordAt(scene, at - 1)) || isMonth(wordAt(scene, at - 1))
  const isDayNumber = isOfDay && Number(wordAt(scene, at)) <= 31
  return !isDayNumber && next !== 'times' && !endsLoosely(scene, at + 1)
}

function isMonthOrUnit(scene: Scene, at: number): boolean {
  const word = wordAt(scene, at)
  if (/^(?:every|each)$/.test(word)) return true
  const next = wordAt(scene, at + 1)
  return isMonth(word) || (/^(?:the|this|next)$/.test(word) && (isUnit(next) || isMonth(next)))
}

function isCalendarWord(word: string): boolean {
  return isWeekday(word) || isMonth(word) || isOrdinal(word) || isUnit(word)
}

function isWeekday(word: string): boolean {
  return lookUp(weekdayWords, word) !== undefined || lookUp(pluralWeekdays, word) !== undefined
}

function isClock(word: string): boolean {
  return /^\d{1,2}(?:[:.]\d\d)?(?:[ap]m)?(?:-?ish)?$/.test(word) && /\D/.test(word)
}

function isMonth(word: string): boolean {
  return lookUp(monthWords, word) !== undefined
}

function isUnit(word: string): boolean {
  return lookUp(unitWords, word) !== undefined
}

/** 3/4, or the 27.10. of continental Europe: beside a time or a weekday it is hardly a fraction. */
function isNumericDay(scene: Scene, at: number): boolean {
  const isDotted = wordAt(scene, at) === '.' && /^\d{1,2}\.\d{1,2}$/.test(wordAt(scene, at - 1))
  return isDotted || /^\d{1,2}\/\d{1,2}$/.test(wordAt(scene, at))
}

function isNumber(word: string): boolean {
  return /^\d{1,4}$/.test(word) || (word !== 'one' && toNumber(word) !== undefined)
}

function isOrdinal(word: string): boolean {
  return /^\d/.test(word) && toOrdinal(word) !== undefined
}
