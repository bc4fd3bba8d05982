import { type Piece, readToken, splitTokens } from './search-tokens.ts'

/** How search cuts what it looks through; the descriptions of the API name these. */
export const searchLimits = {
  /** Code points of a word that count; two longer words with the same beginning are one word. */
  wordLength: 64,
  /** Different words of one task that can be found, the title's before the description's. */
  wordsPerTask: 2_000,
  /** Different words of a query that count. */
  wordsPerQuery: 24,
  /** Tasks that a search ranks and gives, over all its pages. */
  results: 250,
} as const

/** A word a task may have, whole or as the beginning of a longer one. */
export type SearchWord = {
  word: string
  isPrefix: boolean
}

/** What a task must have. */
export interface SearchTerm extends SearchWord {
  /** All of these will do as well: `e` and `mail` for `email`, where `e-mail` is asked for. */
  parts?: readonly SearchWord[]
}

/**
 * What search looks through: the different words of the title joined by spaces, a line break, and
 * those of the description that the title hasn't. Neither spaces nor line breaks are in them. Words
 * that are joined are there one by one and together, so that each way to write them is found: `e-mail`
 * is also `email`, `C++` also `c`. Never throws.
 */
export function searchText(title: string, description: string | null): string {
  const inTitle = takeDifferent(listWords(title), searchLimits.wordsPerTask)
  const known = new Set(inTitle)
  const others = listWords(description ?? '').filter((word) => !known.has(word))
  const inDescription = takeDifferent(others, searchLimits.wordsPerTask - inTitle.length)
  return `${inTitle.join(' ')}\n${inDescription.join(' ')}`
}

/**
 * What a query asks for, all of which must be there. The last word may still be being typed, so it is a
 * prefix, and left out where another word says it already. Words of Hangul are prefixes wherever they
 * are: particles follow them without a space. Empty when the query has neither letter, digit nor
 * sign. Never throws.
 */
export function searchTerms(query: string): SearchTerm[] {
  const all = splitTokens(query).flatMap(readToken).flatMap(toTerms)
  const last = all.at(-1)
  if (!last) return []
  const isAlone = all.findIndex(({ word }) => word === last.word) === all.length - 1
  const different = new Map(all.map((term) => [term.word, term]))
  const terms = [...different.values()].slice(0, searchLimits.wordsPerQuery)
  return terms.flatMap((term) => {
    if (term !== last || !isAlone) return [term]
    const isSaid = terms.some(({ word }) => word !== term.word && word.startsWith(term.word))
    return isSaid ? [] : [asPrefix(term)]
  })
}

const hangul = /^[\p{Script=Hangul}\p{M}]+$/u

function listWords(text: string): string[] {
  return splitTokens(text).flatMap((token) =>
    readToken(token).flatMap(({ parts, whole }) => {
      if (whole === undefined) return parts.map(cut)
      return [...new Set([...parts, whole, withoutV(whole)])].map(cut)
    }),
  )
}

function toTerms({ parts, whole, asked }: Piece): SearchTerm[] {
  const words = parts.map((word) => ({ word: cut(word), isPrefix: hangul.test(word) }))
  if (whole === undefined || asked === 'parts') return words
  const term = { word: cut(withoutV(whole)), isPrefix: false }
  return [asked === 'whole' ? term : { ...term, parts: words }]
}

/** Whether a word of a text is one that is asked for, or begins with it. */
export function isAskedFor(word: string, { word: asked, isPrefix }: SearchWord): boolean {
  const known = cut(word)
  return isPrefix ? known.startsWith(asked) : known === asked
}

/** v1.2.3 is 1.2.3. */
export function withoutV(whole: string): string {
  return whole.replace(/^v(?=\p{N}+\.)/u, '')
}

function asPrefix(term: SearchTerm): SearchTerm {
  const { word, parts } = term
  if (!parts) return { word, isPrefix: true }
  const last = parts.length - 1
  return { word, isPrefix: true, parts: parts.map((p, nth) => (nth === last ? asPrefix(p) : p)) }
}

function cut(word: string): string {
  const { wordLength } = searchLimits
  return word.length > wordLength ? [...word].slice(0, wordLength).join('') : word
}

function takeDifferent(words: string[], limit: number): string[] {
  return [...new Set(words)].slice(0, limit)
}
