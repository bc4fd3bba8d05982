import { encode } from 'micromark-util-encode'

/** A part of a page, from one heading to the next. */
export type Part = {
  /** With its fragment. */
  address: string
  page: string
  heading: string
  text: string
}

interface Known extends Part {
  foldedHeading: string
  foldedText: string
}

export type Search = (query: string) => string

const mostWords = 8
const mostFound = 30
const excerptCharacters = 160
/** A word in the heading counts for as many as in the text. */
const headingWeight = 10

/** Cuts a rendered page at its headings. */
export function cutIntoParts(path: string, title: string, html: string): Part[] {
  return html.split(/(?=<h[1-4] id=)/).flatMap((piece) => {
    const [head, id = '', heading = ''] =
      /^<h[1-4] id="([^"]*)">(.*?) <a class="here".*?<\/h[1-4]>/s.exec(piece) ?? []
    if (head === undefined) return []
    const address = `/docs${path}${heading === title ? '' : `#${id}`}`
    return [
      { address, page: title, heading: toText(heading), text: toText(piece.slice(head.length)) },
    ]
  })
}

/** Finds the parts that have every word, those with more of them in the heading first. As HTML. */
export function createSearch(parts: readonly Part[]): Search {
  const known: Known[] = parts.map((part) => ({
    ...part,
    foldedHeading: `${part.page} ${part.heading}`.toLowerCase(),
    foldedText: part.text.toLowerCase(),
  }))
  return (query) => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, mostWords)
    const found = known
      .map((part) => ({ part, score: rate(part, words) }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score)
    return printFound(
      query,
      words,
      found.slice(0, mostFound).map(({ part }) => part),
      found.length,
    )
  }
}

/** 0 when a word is missing. */
function rate({ foldedHeading, foldedText, heading }: Known, words: readonly string[]): number {
  let sum = 0
  for (const word of words) {
    const inHeading = foldedHeading.includes(word)
    if (!inHeading && !foldedText.includes(word)) return 0
    sum += inHeading ? headingWeight : 1
    if (heading.toLowerCase() === word) sum += headingWeight
  }
  return sum
}

function printFound(
  query: string,
  words: readonly string[],
  found: readonly Known[],
  count: number,
): string {
  if (query === '') return '<h1>Search</h1>'
  const title = `<h1>Search: ${encode(query)}</h1>`
  if (count === 0) return `${title}\n<p>No matches. Try fewer or different words.</p>`
  const shown =
    count > found.length
      ? `The first ${found.length} of ${count} matches`
      : `${count} ${count === 1 ? 'match' : 'matches'}`
  const items = found.map((part) => {
    const heading = part.heading === part.page ? part.page : `${part.page} · ${part.heading}`
    return `<li><h2><a href="${part.address}">${encode(heading)}</a></h2>\n<p>${encode(excerpt(part, words))}</p></li>`
  })
  return `${title}\n<p role="status">${shown}</p>\n<ul class="found">\n${items.join('\n')}\n</ul>`
}

/** What is around the first word that is found. */
function excerpt({ text, foldedText }: Known, words: readonly string[]): string {
  const positions = words.map((word) => foldedText.indexOf(word)).filter((at) => at >= 0)
  const start = Math.max(0, Math.min(...positions, text.length) - excerptCharacters / 4)
  const from = start === 0 || positions.length === 0 ? 0 : start
  const cut = text.slice(from, from + excerptCharacters)
  return `${from > 0 ? '…' : ''}${cut}${from + excerptCharacters < text.length ? '…' : ''}`
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function toText(html: string): string {
  const text = html.replace(/<[^>]+>/g, ' ').replace(/&(\w+);/g, (all, name) => named[name] ?? all)
  return text.replace(/\s+/g, ' ').trim()
}
