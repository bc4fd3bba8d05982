import { type Read, type Scene, skipWords, wordAt } from './quick-add-phrase.ts'
import { readKindOfDay } from './quick-add-weekday-list.ts'
import { lookUp, toOrdinal, weekdayWords } from './quick-add-words.ts'

/** Which days of a month: parts of an RFC 5545 rule. */
export type MonthChoice = {
  readonly parts: string
  /** Said with "of the month" or "of every month". */
  readonly ofMonth: 'the' | 'every' | null
}

/** `1st and 15th`, `last day`, `first monday`, `last working day`, with or without `of the month`. */
export function readMonthChoice(scene: Scene, index: number): Read<MonthChoice> | undefined {
  const nth = readNth(scene, index)
  if (!nth) return undefined
  const choice = readNthOfKind(scene, nth.next, nth.value) ?? readMonthDays(scene, index)
  if (!choice) return undefined
  const ofThe = skipWords(scene, choice.next, 'of the month')
  if (ofThe !== undefined) return { value: { parts: choice.value, ofMonth: 'the' }, next: ofThe }
  const ofEvery =
    skipWords(scene, choice.next, 'of every month') ??
    skipWords(scene, choice.next, 'of each month')
  if (ofEvery !== undefined)
    return { value: { parts: choice.value, ofMonth: 'every' }, next: ofEvery }
  return { value: { parts: choice.value, ofMonth: null }, next: choice.next }
}

/** `1st`, `third`, `last`, `next to last` */
function readNth(scene: Scene, index: number): Read<number> | undefined {
  const beforeLast =
    skipWords(scene, index, 'next to last') ?? skipWords(scene, index, 'second to last')
  if (beforeLast !== undefined) return { value: -2, next: beforeLast }
  const ordinal = toOrdinal(wordAt(scene, index))
  return ordinal === undefined ? undefined : { value: ordinal, next: index + 1 }
}

function readNthOfKind(scene: Scene, index: number, ordinal: number): Read<string> | undefined {
  const word = wordAt(scene, index)
  const weekday = lookUp(weekdayWords, word)
  if (weekday) return { value: `BYDAY=${ordinal}${weekday}`, next: index + 1 }
  const kind = /s$/.test(word) ? undefined : readKindOfDay(scene, index)
  if (kind) return { value: `BYDAY=${kind.value.join()};BYSETPOS=${ordinal}`, next: kind.next }
  if (word !== 'day' || (ordinal !== 1 && ordinal !== -1)) return undefined
  return { value: `BYMONTHDAY=${ordinal}`, next: index + 1 }
}

/** Numbers of days; their words only with the month behind them: every first of the month. */
function readMonthDays(scene: Scene, index: number): Read<string> | undefined {
  const days: number[] = []
  let next = index
  for (let at = index; ; ) {
    const day = toOrdinal(wordAt(scene, at))
    if (day === undefined || day < 0) break
    days.push(day)
    next = at + 1
    at = /^(?:and|&|,)$/.test(wordAt(scene, next)) ? next + 1 : next
  }
  const isWord = !/\d/.test(wordAt(scene, index))
  if (days.length === 0 || (isWord && wordAt(scene, next) !== 'of')) return undefined
  return { value: `BYMONTHDAY=${days.join()}`, next }
}
