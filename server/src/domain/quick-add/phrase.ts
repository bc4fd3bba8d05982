import type { Day } from '../dates/day.ts'
import type { Viewpoint } from '../dates/due-date.ts'
import type { DateStyle } from '../preferences.ts'
import type { Weekday } from '../recurrence/rule.ts'
import type { Token } from './tokens.ts'
import {
  lookUp,
  monthWords,
  reminderNouns,
  reminderSentences,
  toNumber,
  weekdayWords,
  wordSet,
} from './words.ts'

/** The line that is being read, and everything that its meaning depends on. */
export type Scene = Viewpoint & {
  readonly line: string
  readonly tokens: readonly Token[]
  /** Today in the person's zone. */
  readonly today: Day
  readonly weekStart: Weekday
  readonly dateStyle: DateStyle
  /** The day to use where the line has none. */
  readonly defaultDay: Day | null
}

/** What was read, and the index of the first token after it. */
export type Read<T> = { readonly value: T; readonly next: number }

export function wordAt({ tokens }: Scene, index: number): string {
  return tokens[index]?.lower ?? ''
}

/** The index after these words, if they are here in this order; undefined otherwise. */
export function skipWords(scene: Scene, index: number, phrase: string): number | undefined {
  const first = wordAt(scene, index)
  // Most phrases occur at few words, so few are looked up.
  if (first === '' || !phrase.startsWith(first)) return undefined
  const words = splitPhrase(phrase)
  if (first !== words[0]) return undefined
  for (let nth = 1; nth < words.length; nth += 1)
    if (wordAt(scene, index + nth) !== words[nth]) return undefined
  return index + words.length
}

/** Phrases come from the grammar, so there are few, and each is looked up at every word. */
const splitPhrases = new Map<string, readonly string[]>()

function splitPhrase(phrase: string): readonly string[] {
  const known = splitPhrases.get(phrase)
  if (known) return known
  const words = phrase.split(' ')
  splitPhrases.set(phrase, words)
  return words
}

/** The index after the longest of the phrases that is here; the index itself when none is. */
export function skipAny(scene: Scene, index: number, phrases: readonly string[]): number {
  let longest = index
  for (const phrase of phrases)
    longest = Math.max(longest, skipWords(scene, index, phrase) ?? index)
  return longest
}

/**
 * Whether it is capitalised as in a name or a title (Days, not days or DAYS), and not because a
 * sentence begins.
 */
export function isTitleCase({ tokens }: Scene, index: number): boolean {
  return index > 0 && /^\p{Lu}\p{Ll}/u.test(tokens[index]?.text ?? '')
}

const joiningWords = wordSet(
  'at on by with for in to and or about from until till through thru before after due every each starting near via using re if & - – | w/ ending ends @ daily weekly fortnightly monthly quarterly yearly annually no',
)
const reminderTimes = wordSet('a an half at @ today tomorrow tonight')
const wordsOfDays = wordSet('today tomorrow tonight next this')

/** Whether nothing here could belong to the words before: the end, punctuation, a sign, a time. */
export function endsStrictly(scene: Scene, index: number): boolean {
  const token = scene.tokens[index]
  return (
    !token ||
    token.isMark ||
    beginsReminder(scene, index) ||
    /^[#@!].|^(?:\d{1,2}(?:[:.]\d\d)?[-–])?\d{1,2}(?:[:.]\d\d)?[ap]m?$|^\d\d?:\d\d|^\d\dh/.test(
      token.lower,
    )
  )
}

/**
 * "Dentist at 7 remind me 1h before", "on the 1st reminder an hour before"; a letter that reminds (the 1st
 * reminder letter) is one by itself.
 */
export function beginsReminder(scene: Scene, index: number): boolean {
  if (skipAny(scene, index, reminderSentences) > index) return true
  const noun = skipAny(scene, index, reminderNouns)
  const next = wordAt(scene, noun)
  const isTimed =
    /^\d/.test(next) ||
    toNumber(next) !== undefined ||
    reminderTimes.has(next) ||
    lookUp(weekdayWords, next) !== undefined
  return noun > index && isTimed
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
