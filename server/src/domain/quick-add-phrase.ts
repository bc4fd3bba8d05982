import type { Day } from './day.ts'
import type { Viewpoint } from './due-date.ts'
import type { DateStyle } from './preferences.ts'
import type { Token } from './quick-add-tokens.ts'
import {
  lookUp,
  monthWords,
  toNumber,
  type Unit,
  unitWords,
  weekdayWords,
  wordSet,
} from './quick-add-words.ts'
import type { Weekday } from './recurrence-rule.ts'

/** The line being read, and everything that its words depend on. */
export type Scene = Viewpoint & {
  readonly line: string
  readonly tokens: readonly Token[]
  /** Today in the person's zone. */
  readonly today: Day
  readonly weekStart: Weekday
  readonly dateStyle: DateStyle
  /** The day that is meant where the line says none. */
  readonly defaultDay: Day | null
}

/** What was read, and the index of the first token behind it. */
export type Read<T> = { readonly value: T; readonly next: number }

export function wordAt({ tokens }: Scene, index: number): string {
  return tokens[index]?.lower ?? ''
}

/** The index behind these words, where they stand in this order; undefined otherwise. */
export function skipWords(scene: Scene, index: number, phrase: string): number | undefined {
  const words = phrase.split(' ')
  return words.every((word, nth) => wordAt(scene, index + nth) === word)
    ? index + words.length
    : undefined
}

/** The index behind the longest of the phrases that stands here; the index itself when none does. */
export function skipAny(scene: Scene, index: number, phrases: readonly string[]): number {
  return Math.max(index, ...phrases.map((phrase) => skipWords(scene, index, phrase) ?? index))
}

/** Written as in a name or a title (Days, not days or DAYS), and not because a sentence begins. */
export function isTitleCase({ tokens }: Scene, index: number): boolean {
  return index > 0 && /^\p{Lu}\p{Ll}/u.test(tokens[index]?.text ?? '')
}

/** `3`, `three`, `a`, `a couple of`. */
export function readCount(scene: Scene, index: number): Read<number> | undefined {
  const couple = skipWords(scene, index, 'a couple of') ?? skipWords(scene, index, 'couple of')
  if (couple !== undefined) return { value: 2, next: couple }
  const word = wordAt(scene, index)
  const value = word === 'a' || word === 'an' ? 1 : toNumber(word)
  return value === undefined || value === 0 ? undefined : { value, next: index + 1 }
}

export type Span = { readonly count: number; readonly unit: Unit }

/** So long: `3 days`, `a week`, `half an hour`, `2h`, `a fortnight`. */
export function readSpan(scene: Scene, index: number): Read<Span> | undefined {
  const half = skipWords(scene, index, 'half an hour')
  if (half !== undefined) return { value: { count: 30, unit: 'minutes' }, next: half }
  const joined = /^(\d{1,3})(min|mins|h|hrs?|d|w|wks?)$/.exec(scene.tokens[index]?.text ?? '')
  const joinedUnit = lookUp(unitWords, joined?.[2] ?? '')
  if (joined && joinedUnit && Number(joined[1]) > 0) {
    return { value: { count: Number(joined[1]), unit: joinedUnit }, next: index + 1 }
  }
  const count = readCount(scene, index)
  if (!count || isTitleCase(scene, count.next)) return undefined
  const word = wordAt(scene, count.next)
  const next = count.next + 1
  if (word === 'fortnight') return { value: { count: 2 * count.value, unit: 'weeks' }, next }
  const unit = lookUp(unitWords, word)
  return unit && { value: { count: count.value, unit }, next }
}

const joiningWords = wordSet(
  'at on by with for in to and or about from until till before after due every each starting near via using re',
)
const wordsOfDays = wordSet('today tomorrow tmrw tmr tonight next this')

/** Nothing that could belong to what stands before: the end, punctuation, a sign, a time. */
export function endsStrictly(scene: Scene, index: number): boolean {
  const token = scene.tokens[index]
  return (
    !token ||
    token.isMark ||
    /^[#@!].|^\d{1,2}(?:[:.]\d\d)?(?:am|pm)$|^\d\d?:\d\d$/.test(token.lower)
  )
}

/** The same, or a word that begins something new. */
export function endsLoosely(scene: Scene, index: number): boolean {
  const word = wordAt(scene, index)
  return (
    endsStrictly(scene, index) ||
    joiningWords.has(word) ||
    wordsOfDays.has(word) ||
    lookUp(weekdayWords, word) !== undefined ||
    lookUp(monthWords, word) !== undefined
  )
}
