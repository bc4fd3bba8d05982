import { type Weekday, weekdays, workdays } from '../recurrence/rule.ts'
import { type Read, type Scene, skipAny, wordAt } from './phrase.ts'
import { lookUp, pluralWeekdays, weekdayWords } from './words.ts'

/**
 * The limit of a list, which needs each day only once, so that a line of nothing but days is read
 * only once.
 */
const maxDays = 14
const weekend: readonly Weekday[] = ['SA', 'SU']

/** `monday`, `mon, wed and fri`, `mon/wed/fri`, `mon-fri`, `monday to friday`; `mondays` too. */
export function readWeekdayList(scene: Scene, index: number): Read<readonly Weekday[]> | undefined {
  const range = readRange(scene, index)
  if (range) return range
  const first = toDays(wordAt(scene, index)) ?? toLetterDays(scene.tokens[index]?.text ?? '')
  if (!first) return undefined
  const found = [...first]
  let next = index + 1
  for (;;) {
    const at = skipJoint(scene, next)
    const more = found.length > maxDays ? undefined : toDays(wordAt(scene, at))
    if (!more) return { value: found, next }
    found.push(...more)
    next = at + 1
  }
}

/** Two or more days that aren't said to repeat: `mon wed fri`, `mon - fri`, `monday and thursday`. */
export function readWeekdayRun(scene: Scene, index: number): Read<readonly Weekday[]> | undefined {
  const list = readWeekdayList(scene, index)
  if (!list || new Set(list.value).size < 2) return undefined
  const words = scene.tokens.slice(index, list.next).map(({ lower }) => lower)
  const isOpen = words.includes('or') || words.includes('every')
  return isOpen || words.some(isPluralWeekday) ? undefined : list
}

/** `weekday`, `working day`, `weekend` */
export function readKindOfDay(scene: Scene, index: number): Read<readonly Weekday[]> | undefined {
  const word = wordAt(scene, index)
  if (/^(?:weekday|workday)s?$/.test(word)) return { value: workdays, next: index + 1 }
  if (/^weekends?$/.test(word)) return { value: weekend, next: index + 1 }
  const isWorking = word === 'working' || word === 'business'
  if (!isWorking || !/^days?$/.test(wordAt(scene, index + 1))) return undefined
  return { value: workdays, next: index + 2 }
}

export function isPluralWeekday(word: string): boolean {
  return lookUp(pluralWeekdays, word) !== undefined
}

function readRange(scene: Scene, index: number): Read<readonly Weekday[]> | undefined {
  const joined = /^(\p{L}+)[-–](\p{L}+)$/u.exec(wordAt(scene, index))
  if (joined) return makeRange(joined[1] ?? '', joined[2] ?? '', index + 1, true)
  if (!/^(?:to|through|thru|[-–])$/.test(wordAt(scene, index + 1))) return undefined
  return makeRange(wordAt(scene, index), wordAt(scene, index + 2), index + 3)
}

function makeRange(
  from: string,
  to: string,
  next: number,
  isJoined = false,
): Read<readonly Weekday[]> | undefined {
  const [first, last] = [from, to].map((word) => toDay(word) ?? toLettersDay(word, isJoined))
  if (!first || !last) return undefined
  const start = weekdays.indexOf(first)
  const length = (weekdays.indexOf(last) - start + 7) % 7
  return { value: [...weekdays, ...weekdays].slice(start, start + length + 1), next }
}

/** The index after a comma, an "and", or both. */
function skipJoint(scene: Scene, index: number): number {
  const behindComma = wordAt(scene, index) === ',' ? index + 1 : index
  return skipAny(scene, behindComma, ['and', '&', 'or', 'and every', 'and on'])
}

/** `T/Th`, `M-F`: letters are days only beside other days. S can be either of two days. */
const letters: Readonly<Record<string, Weekday>> = {
  ...{ m: 'MO', t: 'TU', tu: 'TU', w: 'WE', th: 'TH', f: 'FR' },
}

function toDays(word: string): readonly Weekday[] | undefined {
  const split = word.split(/[/+&]/, 7)
  const parts = split.map((part) => toDay(part) ?? toLettersDay(part, split.length > 1))
  return parts.every((day) => day !== undefined) ? parts : undefined
}

/** `MWF`, `TTh`: in the order of the week. WTF isn't. */
function toLetterDays(text: string): readonly Weekday[] | undefined {
  const found = /^(M)?(Tu?)?(W)?(Th)?(F)?$/.exec(text)?.slice(1) ?? []
  const days = found.flatMap((letter) => toLettersDay(letter?.toLowerCase() ?? '', true) ?? [])
  return days.length > 1 ? days : undefined
}

function toLettersDay(word: string, isJoined: boolean): Weekday | undefined {
  return isJoined ? lookUp(letters, word) : undefined
}

function toDay(word: string): Weekday | undefined {
  return lookUp(weekdayWords, word) ?? lookUp(pluralWeekdays, word)
}
