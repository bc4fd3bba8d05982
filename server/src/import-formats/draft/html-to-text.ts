const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—' },
  ...{ hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bull: '•' },
}

/** The text of notes in HTML, with links and lists as Markdown has them. Other text stays as it is. */
export function htmlToText(html: string): string {
  if (!/<[a-z!/]|&[a-z#]/i.test(html)) return html
  const links: string[] = []
  const text = html
    .replace(/<(style|script|head)\b[^>]{0,1000}>[\s\S]*?<\/\1>/gi, '')
    .replace(/\s*\n\s*/g, /<(?:p|br|div|li)\b/i.test(html) ? ' ' : '\n')
    .replace(/<[^<>]*>/g, (tag) => writeTag(tag, links))
    .replace(
      /&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi,
      (whole, name: string) => decodeEntity(name) ?? whole,
    )
  return text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n[ \t]+(?!- )/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function writeTag(tag: string, links: string[]): string {
  const name = /^<\s*(\/?[a-z][a-z0-9]*)/i.exec(tag)?.[1]?.toLowerCase()
  switch (name) {
    case 'a': {
      const href = /\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1]
      links.push(href ?? '')
      return href ? '[' : ''
    }
    case '/a': {
      const href = links.pop()
      return href ? `](${href})` : ''
    }
    case 'br':
    case '/p':
    case '/div':
    case '/li':
    case 'ul':
    case 'ol':
      return '\n'
    case '/ul':
    case '/ol':
      return '\n'
    case 'li':
      return '- '
    default:
      return ''
  }
}

function decodeEntity(name: string): string | undefined {
  if (!name.startsWith('#')) return entities[name.toLowerCase()]
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : undefined
}
