import { isDayName, isDocument, isTitle } from './day-names.ts'
import { isPastEvent } from './past.ts'
import { endsLoosely, endsStrictly, type Scene, wordAt } from './phrase.ts'
import { isQuestionOrStatement } from './statement.ts'
import { lookUp, toDaytime, weekdayWords, wordSet } from './words.ts'

/**
 * Before a day, these words say that it belongs to something else: the friday meeting, notes from
 * monday.
 */
const otherwise = wordSet(
  [
    'the a an my our your his her their this that these those some any no every each next coming',
    'we he she they i who was since until till from after through than to between about of',
    'last past vs named called like in on by before for due over at starting beginning except',
    'not never but another same following previous ago re regarding concerning',
  ].join(' '),
)
const particles = wordSet('in on over by')
const clauses = wordSet('who whom that which whether if when because where')
/** Verbs that take an object: a day between one of them and a noun is part of the noun's name. */
const doing = wordSet(
  [
    'plan prepare prep review write draft book organise organize update discuss check read watch',
    'send finish cancel reschedule move edit fix design print schedule confirm order make buy get',
    'pay share submit post find set sort rebook attend skip host summarize summarise study clean',
    'approve compile download upload email present publish record rewrite translate arrange reserve',
    'create pick see start run test complete rework revise file join thank forward chase learn play',
    'sing rent stream rewatch reread use wear try cook bake eat pack wash iron',
  ].join(' '),
)
/** Verbs that need an object: the day itself is the object where nothing else is there. */
const doingAlone = wordSet('plan discuss prepare summarize summarise organise organize watch')

/**
 * Whether a day from `start` to `next`, with its preposition at `index`, is part of a name or
 * describes something else.
 */
export function isOfSomethingElse(
  scene: Scene,
  index: number,
  { start, next }: { start: number; next: number },
): boolean {
  const before = wordAt(scene, index - 1)
  // "Hand it in by friday", "stop by on monday".
  const isParticle = start > index && particles.has(before)
  if (otherwise.has(before) && !isParticle) return true
  const named = before === '.' ? wordAt(scene, index - 2) : before
  if (/^(?:mr|mrs|ms|miss|mx)$/.test(named)) return true
  if (before === ':' && /^(?:re|about)$/.test(wordAt(scene, index - 2))) return true
  // "Early next week" is no single day.
  if (/^(?:early|late|mid)$/.test(before) && wordAt(scene, start) === 'next') return true
  if (start > index) return false
  if (isDayName(scene, start, next) || isPace(scene, start)) return true
  const textAt = (at: number) => scene.tokens[at]?.text ?? ''
  // "USA Today", "The Next Week Tonight"; but names of weekdays are always capitalised.
  const isWeekday = lookUp(weekdayWords, wordAt(scene, start)) !== undefined
  if (isWeekday || !isCapital(textAt(start))) return false
  return /^\p{Lu}{2}/u.test(textAt(index - 1)) || (index > 1 && isCapital(textAt(index - 1)))
}

/** "Learn spanish in 3 months", "run 10k in 50 minutes": how fast, not when. */
function isPace(scene: Scene, start: number): boolean {
  if (wordAt(scene, start) !== 'in') return false
  if (/^(?:learn|lose|master|memori[sz]e)$/.test(wordAt(scene, 0))) return true
  const isMoving = /^(?:run|swim|row|walk|cycle|ride|jog|ski)$/.test(wordAt(scene, 0))
  return isMoving && scene.tokens.slice(1, start).some(({ lower }) => /^\d/.test(lower))
}

/** Whether the task is about the day, or about what happened on it, and so isn't due on it. */
export function isAboutDay(
  scene: Scene,
  { index, start, next }: { index: number; start: number; next: number },
): boolean {
  if (isQuestionOrStatement(scene, index, start)) return true
  const isBound = /^(?:by|due|before|than)$/.test(wordAt(scene, start - 1)) && start > index
  if (!isBound && isPastEvent(scene, index)) return true
  if (start > index) return false
  const before = wordAt(scene, index - 1)
  const begins = index === 1 || /^(?:to|and|please|-|–|:|\])$/.test(wordAt(scene, index - 2))
  if (!begins || !doing.has(before))
    return isDocument(scene, index, next) && !doing.has(wordAt(scene, next))
  if (doingAlone.has(before) && endsStrictly(scene, next) && index === 1) return true
  const behind = toDaytime(wordAt(scene, next)) ? next + 1 : next
  return isTitle(scene, start, next) || !endsLoosely(scene, behind)
}

/** How sure it is that the task is due on the day, compared with other days in the line. */
export function strengthOf(
  scene: Scene,
  index: number,
  { isIntroduced, isWeak, atEnd }: { isIntroduced: boolean; isWeak: boolean; atEnd: boolean },
): number {
  // What a clause says (if it rains on friday) is what the task is about, and a clause has several
  // words.
  const words = scene.tokens.slice(Math.max(1, index - 12), index)
  if (words.some((token) => clauses.has(token.lower))) return -1
  if (isIntroduced) return 2
  return !isWeak && (index === 0 || atEnd) ? 1 : 0
}

function isCapital(text: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text)
}
