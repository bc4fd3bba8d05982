import { bulkSize } from '@tend/server/domain/early-limits'
import { textLimits } from '@tend/server/domain/limits'

/** How many tasks one paste may create: each is returned whole, and an answer is limited. */
export const maxPastedTasks = bulkSize.max / 2

/** Why these lines can't become tasks, in words; undefined when they can. */
export function findPasteProblem(lines: readonly string[]): string | undefined {
  if (lines.length > maxPastedTasks) {
    return `${maxPastedTasks} tasks can be added at once, and these are ${lines.length} lines. Paste fewer.`
  }
  const tooLong = lines.findIndex((line) => line.length > textLimits.quickAddLine.max)
  if (tooLong === -1) return undefined
  return `Line ${tooLong + 1} has more than ${textLimits.quickAddLine.max} characters. Shorten it.`
}
