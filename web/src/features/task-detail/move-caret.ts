/** Where a caret goes in a text that replaces another, by what is before or behind it. */
export function moveCaret(before: string, after: string, caret: number): number {
  if (after.startsWith(before.slice(0, caret))) return caret
  if (after.endsWith(before.slice(caret))) return after.length - (before.length - caret)
  return Math.min(caret, after.length)
}
