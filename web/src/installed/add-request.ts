/**
 * What somebody asked to add by an address: the installed app's shortcut (`?add`), or what they shared from
 * another app (`?title=…&text=…&url=…`). The text is one line; undefined when nothing is asked for.
 */
export function readAddRequest(search: string): string | undefined {
  const asked = new URLSearchParams(search)
  const [title = '', text = '', url = ''] = ['title', 'text', 'url'].map((name) =>
    (asked.get(name) ?? '').replaceAll(/\s+/gu, ' ').trim(),
  )
  // Android puts a link into the text, some apps the title too.
  const parts = [text.includes(title) ? '' : title, text, text.includes(url) ? '' : url]
  const line = parts.filter(Boolean).join(' ')
  return line || (asked.has('add') ? '' : undefined)
}
