import { diff3Merge, diffIndices } from 'node-diff3'

export type MergedText = {
  text: string
  /** Both changed the same line in ways that don't go together: it is there twice, theirs first. */
  isDoubled: boolean
}

/** The most lines or words that are compared: where all are the same, the time grows with the cube. */
const maxParts = 300

/**
 * Merges two texts that were made from the same `base` (a three-way merge, by lines and within a line
 * by words). Changes of different ranges are both kept; where both changed the same range, both texts
 * stay: nothing that was written is lost.
 */
export function mergeTexts(base: string, theirs: string, mine: string): MergedText {
  if (theirs === base || theirs === mine) return { text: mine, isDoubled: false }
  if (mine === base) return { text: theirs, isDoubled: false }
  const [b, t, m] = [base.split('\n'), theirs.split('\n'), mine.split('\n')]
  const { start, end } = measureCommonEnds(b, t, m)
  const cut = (all: Lines) => all.slice(start, all.length - end)
  if (Math.max(b.length, t.length, m.length) - start - end > maxParts)
    return { text: `${theirs}\n\n${mine}`, isDoubled: true }
  const merged = mergeLines(cut(b), cut(t), cut(m))
  const lines = [...b.slice(0, start), ...merged.lines, ...b.slice(b.length - end)]
  return { text: lines.join('\n'), isDoubled: merged.isDoubled }
}

/** How many lines all three begin and end with: most of a long text, and not worth comparing. */
function measureCommonEnds(
  base: Lines,
  theirs: Lines,
  mine: Lines,
): { start: number; end: number } {
  const shortest = Math.min(base.length, theirs.length, mine.length)
  let start = 0
  while (start < shortest && base[start] === theirs[start] && base[start] === mine[start])
    start += 1
  const isSameAt = (end: number) =>
    base.at(-end - 1) === theirs.at(-end - 1) && base.at(-end - 1) === mine.at(-end - 1)
  let end = 0
  while (end < shortest - start && isSameAt(end)) end += 1
  return { start, end }
}

type Lines = string[]
type Merged = { lines: Lines; isDoubled: boolean }

/** What replaces the lines of the base from `start` up to `end`. */
type Hunk = { start: number; end: number; lines: Lines }

function mergeLines(base: Lines, theirs: Lines, mine: Lines): Merged {
  const [theirHunks, myHunks] = [listHunks(base, theirs), listHunks(base, mine)]
  const lines: string[] = []
  let isDoubled = false
  let done = 0
  while (theirHunks.length > 0 || myHunks.length > 0) {
    const span = takeSpan(theirHunks, myHunks)
    lines.push(...base.slice(done, span.start))
    done = span.end
    const old = base.slice(span.start, span.end)
    const merged = mergeSpan(
      old,
      applyHunks(old, span.start, span.theirs),
      applyHunks(old, span.start, span.mine),
    )
    lines.push(...merged.lines)
    isDoubled ||= merged.isDoubled
  }
  return { lines: [...lines, ...base.slice(done)], isDoubled }
}

type Difference = { buffer1: [number, number]; buffer2Content: string[] }

function listHunks(base: Lines, changed: Lines): Hunk[] {
  const differences: Difference[] = diffIndices(base, changed)
  return differences.map(({ buffer1: [start, length], buffer2Content: lines }) => ({
    start,
    end: start + length,
    lines,
  }))
}

/** Takes the next hunks of both that reach into one another; those that only touch aren't one. */
function takeSpan(theirs: Hunk[], mine: Hunk[]) {
  const span = { start: Infinity, end: 0, theirs: [] as Hunk[], mine: [] as Hunk[] }
  while (true) {
    const [their, my] = [theirs[0], mine[0]]
    const isTheirs = their !== undefined && (my === undefined || comesFirst(their, my))
    const next = isTheirs ? their : my
    const isSame = their && my && their.start === my.start && their.end === my.end
    const isFirst = span.start === Infinity
    if (!next || (!isFirst && next.start >= span.end)) return span
    if (isTheirs || (isFirst && isSame)) span.theirs.push(...theirs.splice(0, 1))
    if (!isTheirs || (isFirst && isSame)) span.mine.push(...mine.splice(0, 1))
    span.start = Math.min(span.start, next.start)
    span.end = Math.max(span.end, next.end)
  }
}

/** At one position, insertions come before changes. */
function comesFirst(a: Hunk, b: Hunk): boolean {
  return a.start < b.start || (a.start === b.start && a.end <= b.end)
}

function applyHunks(old: Lines, start: number, hunks: readonly Hunk[]): Lines {
  let done = start
  const lines: string[] = []
  for (const hunk of hunks) {
    lines.push(...old.slice(done - start, hunk.start - start), ...hunk.lines)
    done = hunk.end
  }
  return [...lines, ...old.slice(done - start)]
}

/** Lines that both inserted at one position replace no line of the base, so all of them stay. */
function mergeSpan(old: Lines, theirs: Lines, mine: Lines): Merged {
  if (isSame(theirs, mine) || isSame(mine, old)) return { lines: theirs, isDoubled: false }
  if (isSame(theirs, old)) return { lines: mine, isDoubled: false }
  const both = joinLines(theirs, mine)
  if (old.length === 0 || theirs.length !== old.length || mine.length !== old.length) {
    // One of them has all of the other: sent once more, it is there already. A deletion has nothing.
    const [shorter, longer] = [theirs.length, mine.length].sort((x, y) => x - y)
    const isWhole = shorter !== 0 && both.length === longer
    return { lines: both, isDoubled: old.length > 0 && !isWhole }
  }
  const merged = old.map((line, index) => mergeWords(line, theirs[index] ?? '', mine[index] ?? ''))
  return merged.includes(undefined)
    ? { lines: both, isDoubled: true }
    : { lines: merged.flatMap((line) => line ?? []), isDoubled: false }
}

/** Theirs, then mine; what both begin or end with is there once. */
function joinLines(theirs: Lines, mine: Lines): string[] {
  const shorter = Math.min(theirs.length, mine.length)
  let start = 0
  while (start < shorter && theirs[start] === mine[start]) start += 1
  let end = 0
  while (end < shorter - start && theirs.at(-end - 1) === mine.at(-end - 1)) end += 1
  return [...theirs.slice(0, theirs.length - end), ...mine.slice(start)]
}

function isSame(a: Lines, b: Lines): boolean {
  return a.length === b.length && a.every((line, index) => line === b[index])
}

// A word, a run of spaces, or a single sign.
const word = /[\p{L}\p{M}\p{N}_]+|\s+|./gsu

type Region = { ok?: string[]; conflict?: unknown }

/** Undefined where both changed the same words, and neither has all that the other wrote. */
function mergeWords(base: string, theirs: string, mine: string): string | undefined {
  if (theirs === base || theirs === mine) return mine
  if (mine === base) return theirs
  if (mine.includes(theirs)) return mine
  if (theirs.includes(mine)) return theirs
  const [b, t, m] = [base, theirs, mine].map((line): Lines => line.match(word) ?? [])
  if (!b || !t || !m || Math.max(b.length, t.length, m.length) > maxParts) return undefined
  const regions: Region[] = diff3Merge(t, b, m, { excludeFalseConflicts: true })
  if (regions.some(({ conflict }) => conflict)) return undefined
  return regions.flatMap(({ ok }) => ok ?? []).join('')
}
