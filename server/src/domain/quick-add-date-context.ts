import { type Scene, wordAt } from './quick-add-phrase.ts'
import { lookUp, weekdayWords, wordSet } from './quick-add-words.ts'

/** Before a day these say that it is of something else: the friday meeting, notes from monday. */
const otherwise = wordSet(
  [
    'the a an my our your his her their this that these those some any no every each next coming',
    'we he she they i you who it was since until till from after through than to between about of',
    'last past vs named called like in on by before for due over at starting beginning except',
  ].join(' '),
)
const namesBefore = wordSet(
  'black good cyber freaky girl ruby casual ash shrove palm easter super bloody giving manic maundy blue',
)
const namesBehind = wordSet('roast school blues prayers')
const clauses = wordSet('who whom that which whether if when because where')

/** Whether a day from `start` to `next`, its preposition at `index`, is a part of a name or of something else. */
export function isOfSomethingElse(
  scene: Scene,
  index: number,
  { start, next }: { start: number; next: number },
): boolean {
  const before = wordAt(scene, index - 1)
  if (otherwise.has(before)) return true
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

/** How sure a day is to be when the task is due, against others in the line. */
export function strengthOf(
  scene: Scene,
  index: number,
  { isIntroduced, isWeak, atEnd }: { isIntroduced: boolean; isWeak: boolean; atEnd: boolean },
): number {
  // What a clause says (who comes on friday) is what the task is about; it goes on a while.
  const words = scene.tokens.slice(Math.max(1, index - 12), index)
  if (words.some((token) => clauses.has(token.lower))) return -1
  if (isIntroduced) return 2
  return !isWeak && (index === 0 || atEnd) ? 1 : 0
}

function isCapital(text: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(text)
}
