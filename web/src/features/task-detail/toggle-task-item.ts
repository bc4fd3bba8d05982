/**
 * Ticks or unticks the item of a Markdown task list that begins at `offset`; the text as it was when
 * no box stands there.
 */
export function toggleTaskItem(markdown: string, offset: number): string {
  const item = markdown.slice(offset)
  const box = /^(\s*(?:[-*+]|\d{1,9}[.)])\s+\[)([ xX])\]/.exec(item)
  const [, lead = '', mark] = box ?? []
  if (!box) return markdown
  const at = offset + lead.length
  return `${markdown.slice(0, at)}${mark === ' ' ? 'x' : ' '}${markdown.slice(at + 1)}`
}
