/** A range of a text, in UTF-16 units; `end` is exclusive. */
export type Range = { readonly start: number; readonly end: number }

/** What is typed, and which parts of it were turned back into plain text. */
export type Line = { readonly text: string; readonly plain: readonly Range[] }

export const emptyLine: Line = { text: '', plain: [] }

/**
 * The line after an edit. What was turned back stays so while its text stays, wherever the edit
 * moves it. Where an edit is ambiguous (an "a" before "aab"), it is taken for the one that drops the
 * least.
 */
export function editLine({ text: before, plain }: Line, text: string): Line {
  const shorter = Math.min(before.length, text.length)
  let same = 0
  while (same < shorter && before[same] === text[same]) same += 1
  // Two different signs may begin with the same half.
  if (isLowSurrogate(before, same) || isLowSurrogate(text, same)) same -= 1
  let kept = 0
  while (kept < shorter && before.at(-1 - kept) === text.at(-1 - kept)) kept += 1
  if (kept > 0 && isLowSurrogate(before, before.length - kept)) kept -= 1
  const removed = before.length - shorter
  const places = plain
    .flatMap((range) => [range.start, range.start - removed])
    .filter((start) => shorter - kept <= start && start < same)
  const moveAll = (start: number) => {
    const [end, shift] = [
      before.length - Math.min(kept, shorter - start),
      text.length - before.length,
    ]
    return plain.flatMap((range) => {
      if (range.end <= start) return [range]
      return range.start >= end ? [{ start: range.start + shift, end: range.end + shift }] : []
    })
  }
  const moved = places
    .map(moveAll)
    .reduce((best, next) => (next.length > best.length ? next : best), moveAll(same))
  return { text, plain: moved }
}

/** Whether a sign of two UTF-16 units would be cut in two here. */
function isLowSurrogate(text: string, at: number): boolean {
  return at > 0 && /[\uDC00-\uDFFF]/.test(text.charAt(at))
}

/** The line with some of its parts turned back into plain text. */
export function turnBack({ text, plain }: Line, ranges: readonly Range[]): Line {
  return { text, plain: [...plain, ...ranges.map(({ start, end }) => ({ start, end }))] }
}

/** Which of the parts Escape turns back: the one that the caret is in or touches, else the last. */
export function findPartAt<Part extends Range>(
  parts: readonly Part[],
  caret: number,
): Part | undefined {
  return parts.findLast(({ start, end }) => start <= caret && caret <= end) ?? parts.at(-1)
}

export type Segment<Part extends Range> = { readonly text: string; readonly part?: Part }

/** The whole text cut at its parts, which are apart from each other and in order. */
export function cutSegments<Part extends Range>(
  text: string,
  parts: readonly Part[],
): Segment<Part>[] {
  const segments: Segment<Part>[] = []
  let from = 0
  for (const part of parts) {
    segments.push({ text: text.slice(from, part.start) })
    segments.push({ text: text.slice(part.start, part.end), part })
    from = part.end
  }
  segments.push({ text: text.slice(from) })
  return segments.filter((segment) => segment.text !== '')
}
