/** How many items two sequences share at their starts, and how many of the rest at their ends. */
export function countSameEnds<Item>(
  a: readonly Item[],
  b: readonly Item[],
  isSame: (a: Item | undefined, b: Item | undefined) => boolean,
): { start: number; end: number } {
  const most = Math.min(a.length, b.length)
  let start = 0
  while (start < most && isSame(a[start], b[start])) start += 1
  let end = 0
  while (end < most - start && isSame(a.at(-1 - end), b.at(-1 - end))) end += 1
  return { start, end }
}
