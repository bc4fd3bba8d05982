import { type Clock, endsDay, isDayWord, readBareTime, readClock } from './clock.ts'
import { isTimeTitle } from './day-names.ts'
import type { Finding } from './finding.ts'
import { ownsNumber } from './numbers.ts'
import { isPastEvent } from './past.ts'
import {
  endsLoosely,
  endsStrictly,
  isTitleCase,
  type Read,
  type Scene,
  skipAny,
  skipWords,
  wordAt,
} from './phrase.ts'
import { isQuestionOrStatement } from './statement.ts'
import {
  type DayPart,
  lookUp,
  toDaytime,
  toNumber,
  unitWords,
  weekdayWords,
  wordSet,
} from './words.ts'
import { isUnclearZone, readZone } from './zone.ts'

/**
 * Before a time, these words say that it belongs to something else: the 9am meeting, after 5pm,
 * score 3:2.
 */
const otherwise = wordSet(
  [
    'the a an this that my our your his her their every each from between until till to after since',
    'than of for starting about past at by before due score ratio verse psalm psalms room chapter version page line',
    'pin code ext extension gate in under over sub below above within beat pb pr mix dilute odds',
    'closes shuts microwave steep plank hold',
  ].join(' '),
)
const prepositions = [
  ...['at', '@', 'by', 'before', 'due at', 'due by', 'due', 'around', 'at around', 'at about'],
  ...['no later than', 'not later than'],
]
const untilWords = wordSet('- – — to until till and')

/** Times on the clock: `9am`, `at 7`, `by 14:00`, `9:30 Europe/Berlin`. */
export function findTime(scene: Scene, index: number): Finding | undefined {
  const isFor = isForTime(scene, index)
  const start = isFor ? index + 1 : skipAny(scene, index, prepositions)
  const isIntroduced = start > index
  const clock =
    readClock(scene, start) ??
    (mayBeBare(scene, index, start) ? readBareTime(scene, start) : undefined)
  // "Midnight in Paris", "the Ten O'Clock News".
  if (!isIntroduced && isTitleCase(scene, start)) return undefined
  // "Dinner at Twelve".
  const isName = isTitleCase(scene, start) && !isTitleCase(scene, start - 1)
  if (isName && toNumber(wordAt(scene, start)) !== undefined) return undefined
  if (!isIntroduced && clock && isMeasure(scene, start, clock)) return undefined
  // "Noon Street", "midnight blue".
  const isNamed = /^(?:noon|midday|midnight)$/.test(wordAt(scene, start))
  if (
    isNamed &&
    !isIntroduced &&
    !endsLoosely(scene, start + 1) &&
    wordAt(scene, index - 1) !== '12'
  )
    return undefined
  if (!clock || isOfSomethingElse(scene, index) || isOneOfRange(scene, index, clock))
    return undefined
  const isBound = /^(?:by|due|before|than)$/.test(wordAt(scene, start - 1))
  if (!isBound && isPastEvent(scene, index)) return undefined
  if (isQuestionOrStatement(scene, index, start) || isTimeTitle(scene, start)) return undefined
  const zone = readZone(scene, clock.next)
  if (!zone && isUnclearZone(scene, clock.next)) return undefined
  return {
    kind: 'TIME',
    from: index,
    to: zone?.next ?? clock.next,
    clock: clock.value,
    timeZone: zone?.value ?? null,
    strength: isIntroduced && !isFor ? 1 : 0,
  }
}

/** "An alarm for 6.30am", "tea for 4:15 tomorrow"; but "tickets for 8pm" says what they are for. */
function isForTime(scene: Scene, index: number): boolean {
  if (wordAt(scene, index) !== 'for') return false
  const clock = readClock(scene, index + 1) ?? readBareTime(scene, index + 1)
  const isShaped = /^\d{1,2}[:.][0-5]\d|[ap]m$/.test(wordAt(scene, index + 1))
  if (!clock || !isShaped || !endsLoosely(scene, clock.next)) return false
  const isSet = /^(?:alarm|alarms|reminder|timer|booked|scheduled|set)$/.test(
    wordAt(scene, index - 1),
  )
  return isSet || isDayWord(wordAt(scene, skipAny(scene, clock.next, ['on'])))
}

/** Whether a number alone can be a time: at 7, by 3 tomorrow, 8 tonight. */
function mayBeBare(scene: Scene, index: number, start: number): boolean {
  const preposition = start > index ? wordAt(scene, start - 1) : ''
  if (preposition === 'at' || preposition === 'around') return true
  if (preposition === '@') return !/^\d/.test(wordAt(scene, index - 1)) || endsDay(scene, index - 1)
  const next = wordAt(scene, start + 1)
  const isBeforeDay = /^(?:today|tomorrow|tonight)$/.test(next) || lookUp(weekdayWords, next)
  // "By 3 tomorrow", "tomorrow before 9".
  const isBehindDay = endsDay(scene, index - 1) && endsStrictly(scene, start + 1)
  if (preposition === 'by') return Boolean(isBeforeDay) || isBehindDay
  if (preposition === 'before') return isBehindDay
  const before = wordAt(scene, start - 1)
  // "Monday 9.20", "for 6.45 tomorrow".
  const isDotted = /^\d{1,2}\.[0-5]\d$/.test(wordAt(scene, start))
  if (isDotted && (isDayWord(before) || lookUp(unitWords, before))) return true
  if (isDotted && preposition === 'for') return Boolean(isBeforeDay)
  if (preposition !== '' || ownsNumber(scene, start)) return false
  return next === 'tonight' || before === 'tonight' || toDaytime(before) !== undefined
}

/** Parts of the day that say when: `in the morning`, `tomorrow evening`, `eod`. */
export function findPartOfDay(scene: Scene, index: number): Finding | undefined {
  const start = skipAny(scene, index, ['by', 'before', 'at', 'due'])
  for (const phrase of closing) {
    const to = skipWords(scene, start, phrase)
    if (to !== undefined) return partOfDay(index, to, 'close', false)
  }
  const inThe = skipWords(scene, index, 'in the')
  const part = toDaytime(wordAt(scene, inThe ?? index))
  if (inThe !== undefined) {
    return part && part !== 'night' ? partOfDay(index, inThe + 1, part, false) : undefined
  }
  // "Eve" is a name.
  if (part && !(part === 'evening' && scene.tokens[index]?.text === 'Eve'))
    return partOfDay(index, index + 1, part, true)
  const night = skipWords(scene, index, 'at night')
  return night === undefined ? undefined : partOfDay(index, night, 'night', true)
}

const closing = [
  ...['eod', 'cob', 'end of day', 'the end of the day', 'close of business', 'end of business'],
]

function partOfDay(from: number, to: number, part: DayPart, leans: boolean): Finding {
  return { kind: 'PART', from, to, part, leans }
}

/**
 * Books of the Bible, before a chapter and a verse; in lower case only those that aren't also names
 * of people.
 */
const books = wordSet(
  [
    'genesis exodus leviticus deuteronomy chronicles proverbs ecclesiastes isaiah jeremiah ezekiel',
    'matthew mark luke john acts romans corinthians galatians ephesians philippians hebrews james',
    'revelation',
  ].join(' '),
)

function isOfSomethingElse(scene: Scene, index: number): boolean {
  if (otherwise.has(wordAt(scene, index - 1))) return true
  // "Read John 3:16".
  const book = scene.tokens[index - 1]
  const isBook = /^\p{Lu}/u.test(book?.text ?? '') || books.has(book?.lower ?? '')
  const verb = wordAt(scene, index - 2)
  const isLookedUp = verb === 'up' && wordAt(scene, index - 3) === 'look'
  return isBook && (isLookedUp || /^(?:read|study|learn|memori[sz]e|quote)$/.test(verb))
}

/** "A half marathon 1:45 goal": digits in the middle of a name are a duration or a ratio. */
function isMeasure(scene: Scene, start: number, { value, next }: Read<Clock>): boolean {
  if (value.isSure || next > start + 1 || !/^\d:\d\d$/.test(wordAt(scene, start))) return false
  const before = scene.tokens[start - 1]
  const isPlain = before && /^\p{Ll}+$/u.test(before.text) && !isDayWord(before.lower)
  const isNoun = /^\p{Ll}+$/u.test(scene.tokens[next]?.text ?? '') && !endsLoosely(scene, next)
  return Boolean(isPlain) && !endsLoosely(scene, start - 1) && isNoun
}

/** Tasks have no duration, so both ends of "9am to 5pm" stay text. */
function isOneOfRange(scene: Scene, index: number, clock: Read<Clock>): boolean {
  if (untilWords.has(wordAt(scene, clock.next)) && readClock(scene, clock.next + 1)) return true
  return untilWords.has(wordAt(scene, index - 1)) && /\d|noon|[ap]m/.test(wordAt(scene, index - 2))
}
