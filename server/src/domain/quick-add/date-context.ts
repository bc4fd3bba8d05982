import { isPastEvent } from './past.ts'
import { endsLoosely, endsStrictly, type Scene, wordAt } from './phrase.ts'
import { lookUp, toDaytime, weekdayWords, wordSet } from './words.ts'

/** Before a day these say that it is of something else: the friday meeting, notes from monday. */
const otherwise = wordSet(
  [
    'the a an my our your his her their this that these those some any no every each next coming',
    'we he she they i who was since until till from after through than to between about of',
    'last past vs named called like in on by before for due over at starting beginning except',
    'not never but another same following previous ago re regarding concerning',
  ].join(' '),
)
const namesBefore = wordSet(
  'black good cyber freaky girl ruby casual ash shrove palm easter super bloody giving manic maundy blue taco',
)
const namesBehind = wordSet('roast school blues prayers')
const clauses = wordSet('who whom that which whether if when because where')
/** What stands behind these is what somebody asks or tells, and so are its days. */
const told = wordSet(
  "who whom that which whether because where what why how i'm he's she's we're they're",
)
/** What is done with a thing: after it, the day before a noun is a part of its name. */
const doing = wordSet(
  [
    'plan prepare prep review write draft book organise organize update discuss check read watch',
    'send finish cancel reschedule move edit fix design print schedule confirm order make buy get',
    'pay share submit post find set sort rebook attend skip host summarize summarise study clean',
    'approve compile download upload email present publish record rewrite translate arrange reserve',
    'create pick see start run test complete rework revise file join thank forward chase',
  ].join(' '),
)
/** These need a thing that they are done to: the day itself, where nothing else is there. */
const doingAlone = wordSet('plan discuss prepare summarize summarise organise organize watch')

/** Whether a day from `start` to `next`, its preposition at `index`, is a part of a name or of something else. */
export function isOfSomethingElse(
  scene: Scene,
  index: number,
  { start, next }: { start: number; next: number },
): boolean {
  const before = wordAt(scene, index - 1)
  if (otherwise.has(before)) return true
  const named = before === '.' ? wordAt(scene, index - 2) : before
  if (/^(?:mr|mrs|ms|miss|mx)$/.test(named)) return true
  if (before === ':' && /^(?:re|about)$/.test(wordAt(scene, index - 2))) return true
  // Early next week is no day.
  if (/^(?:early|late|mid)$/.test(before) && wordAt(scene, start) === 'next') return true
  if (start > index) return false
  if (namesBefore.has(before) || namesBehind.has(wordAt(scene, next))) return true
  const textAt = (at: number) => scene.tokens[at]?.text ?? ''
  // Friday Night Lights, Tomorrow Never Dies.
  if (isCapital(textAt(next - 1)) && isCapital(textAt(next))) return true
  // USA Today, The Next Week Tonight; names of weekdays are always capital.
  const isWeekday = lookUp(weekdayWords, wordAt(scene, start)) !== undefined
  if (isWeekday || !isCapital(textAt(start))) return false
  return /^\p{Lu}{2}/u.test(textAt(index - 1)) || (index > 1 && isCapital(textAt(index - 1)))
}

/** Whether the task is about the day, or about what happened on it, and due on none. */
export function isAboutDay(
  scene: Scene,
  { index, start, next }: { index: number; start: number; next: number },
): boolean {
  const isBound = /^(?:by|due|before|than)$/.test(wordAt(scene, start - 1)) && start > index
  if (isBound) return false
  if (isPastEvent(scene, index) || isQuestion(scene)) return true
  if (isTold(scene, index)) return true
  // The party is on saturday: something to know, and nothing to do by then.
  if (/^(?:is|are|isn't|aren't|falls)$/.test(wordAt(scene, index - 1))) return true
  if (start > index) return false
  const before = wordAt(scene, index - 1)
  const begins = index === 1 || /^(?:to|and|please|-|–|:|\])$/.test(wordAt(scene, index - 2))
  if (!begins) return false
  if (doingAlone.has(before) && endsStrictly(scene, next) && index === 1) return true
  return doing.has(before) && !endsLoosely(scene, next) && !toDaytime(wordAt(scene, next))
}

/** What time is the game on Tuesday? */
function isQuestion(scene: Scene): boolean {
  if (scene.tokens.at(-1)?.text !== '?') return false
  return /^(?:who|what|when|where|why|how|which|did|does|do|is|are|was|were|has|have)$/.test(
    wordAt(scene, 0),
  )
}

/** Whether a clause goes on here: ask who comes on friday. A comma ends it. */
function isTold(scene: Scene, index: number): boolean {
  for (let at = index - 1; at > Math.max(0, index - 12); at -= 1) {
    const word = wordAt(scene, at)
    if (/^[,;:.]$/.test(word)) return false
    if (told.has(word)) return true
  }
  return false
}

/** How sure a day is to be when the task is due, against others in the line. */
export function strengthOf(
  scene: Scene,
  index: number,
  { isIntroduced, isWeak, atEnd }: { isIntroduced: boolean; isWeak: boolean; atEnd: boolean },
): number {
  // What a clause says (if it rains on friday) is what the task is about; it goes on a while.
  const words = scene.tokens.slice(Math.max(1, index - 12), index)
  if (words.some((token) => clauses.has(token.lower))) return -1
  if (isIntroduced) return 2
  return !isWeak && (index === 0 || atEnd) ? 1 : 0
}

function isCapital(text: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text)
}
