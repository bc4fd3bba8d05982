import type { Finding } from './finding.ts'
import type { Token } from './tokens.ts'

export type Range = { readonly start: number; readonly end: number }

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
const isJoint = (token: Token | undefined) => /^[,;:–—-]$/.test(token?.text ?? '')

/**
 * The range of each finding, in the order of the line, with the punctuation that would be left over
 * without it: the comma before a day at the end, the colon after one at the start, brackets around
 * it. Text that is `kept` keeps its punctuation.
 */
export function findRanges(
  allTokens: readonly Token[],
  findings: readonly Finding[],
  kept: readonly Range[],
): Range[] {
  const tokens = allTokens.map((token) => (overlapsAny(token, kept) ? undefined : token))
  const ranges = findings.map(({ from, to }) => ({ from, to }))
  for (const run of listRuns(tokens, ranges)) {
    const [first, last] = [run[0], run.at(-1)]
    if (!first || !last) continue
    const closing = pairs[tokens[first.from - 1]?.text ?? '']
    if (closing !== undefined && tokens[last.to]?.text === closing) {
      first.from -= 1
      last.to += 1
    }
    if (first.from === 0 && isJoint(tokens[last.to])) last.to += 1
    if (last.to === tokens.length && isJoint(tokens[first.from - 1])) first.from -= 1
  }
  const covered = ranges.reduce((sum, { from, to }) => sum + to - from, 0)
  if (covered > 0 && isOnlyMarks(tokens, ranges)) coverAll(tokens, ranges)
  return ranges.map(({ from, to }) => ({
    start: tokens[from]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
  }))
}

/** Whether a range overlaps one of the others. */
export function overlapsAny(range: Range, ranges: readonly Range[]): boolean {
  return ranges.some(({ start, end }) => start < range.end && range.start < end)
}

/** The line without these ranges, which are in order; each run of white space becomes one space. */
export function cutTitle(line: string, ranges: readonly Range[]): string {
  let title = ''
  let from = 0
  for (const { start, end } of [...ranges, { start: line.length, end: line.length }]) {
    const rest = line.slice(from, start)
    const piece = rest.trim().replace(/\s+/gu, ' ')
    // Punctuation directly after a removed range now belongs to the word before it.
    const needsSpace = title !== '' && piece !== '' && !/^[.,;:!?…)\]}]/.test(rest)
    title += needsSpace ? ` ${piece}` : piece
    from = end
  }
  return title
}

type TokenRange = { from: number; to: number }

/** The tokens of a line, without those that are kept as text. */
type LooseTokens = readonly (Token | undefined)[]

/** Findings with only a comma between them; the comma is removed with the first. */
function listRuns(tokens: LooseTokens, ranges: readonly TokenRange[]): TokenRange[][] {
  const runs: TokenRange[][] = []
  for (const range of ranges) {
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run && before && before.to + 1 === range.from && isJoint(tokens[before.to])) before.to += 1
    if (run && before?.to === range.from) run.push(range)
    else runs.push([range])
  }
  return runs
}

function isOnlyMarks(tokens: LooseTokens, ranges: readonly TokenRange[]): boolean {
  const isCovered = new Set(ranges.flatMap(({ from, to }) => tokens.slice(from, to)))
  return tokens.every((token) => token?.isMark || isJoint(token) || isCovered.has(token))
}

function coverAll(tokens: LooseTokens, ranges: readonly TokenRange[]): void {
  ranges.forEach((range, nth) => {
    if (nth === 0) range.from = 0
    range.to = ranges[nth + 1]?.from ?? tokens.length
  })
}
