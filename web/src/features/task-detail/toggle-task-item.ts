/** Ticks or unticks the box at `offset` of a Markdown task list. */
export function toggleTaskItem(markdown: string, offset: number): string {
  const sign = /[xX]/.test(markdown.charAt(offset)) ? ' ' : 'x'
  return `${markdown.slice(0, offset)}${sign}${markdown.slice(offset + 1)}`
}
