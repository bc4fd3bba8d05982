import { bulkSize, textLimits } from '@tend/server/domain/limits'

/** How many tasks one paste makes: each comes back whole, and an answer has its limits. */
export const maxPastedTasks = bulkSize.max / 2

const lineBreaks = /[\r\n\u2028\u2029]+/u
// What lists are made of elsewhere: -, *, •, 1., 1), [ ], [x].
const bullet = /^(?:[-*+•‣–]\s+|\d{1,3}[.)]\s+)?(?:\[[ xX]?\]\s+)?/u

/** The lines of a text that say something, without the signs that lists begin them with. */
export function splitLines(text: string): string[] {
  return text
    .split(lineBreaks)
    .map((line) => line.trim().replace(bullet, '').trim())
    .filter((line) => line !== '')
}

/** A text as one line. */
export function joinLines(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/gu, ' ')
}

/** Why these lines can't become tasks, in words; undefined when they can. */
export function findPasteProblem(lines: readonly string[]): string | undefined {
  if (lines.length > maxPastedTasks) {
    return `${maxPastedTasks} tasks can be added at once, and these are ${lines.length} lines. Paste fewer.`
  }
  const tooLong = lines.findIndex((line) => line.length > textLimits.quickAddLine.max)
  if (tooLong === -1) return undefined
  return `Line ${tooLong + 1} has more than ${textLimits.quickAddLine.max} characters. Shorten it.`
}
