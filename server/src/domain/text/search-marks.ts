import { findTokens, foldText, type Piece, readToken } from './search-tokens.ts'
import { isAskedFor, type SearchTerm, type SearchWord, withoutV } from './search-words.ts'

/** From `start` up to before `end`, in UTF-16 code units. */
export type TextRange = { start: number; end: number }

/**
 * Where a text has the words that a search asked for, in order and apart from one another. Of a word
 * that was found by its beginning, the beginning; of what is joined (`e-mail` for `email`), all of it.
 * Nothing where the words are elsewhere, such as in the notes. Never throws.
 */
export function findMarks(text: string, terms: readonly SearchTerm[]): TextRange[] {
  if (terms.length === 0) return []
  const { folded, origins } = foldInPlace(text)
  const words = findTokens(folded).flatMap(({ token, start }) => placeWords(token, start))
  const found = terms.flatMap((term) => findTerm(words, term))
  return joinRanges(
    found.flatMap(({ start, end }) => {
      const [first, last] = [origins[start], origins[end - 1]]
      return first && last ? [{ start: first.start, end: last.end }] : []
    }),
  )
}

/** A word of the folded text and where it is there; `isWhole` for several that are joined. */
type PlacedWord = TextRange & { word: string; isWhole: boolean }

function findTerm(words: readonly PlacedWord[], { parts, ...own }: SearchTerm): TextRange[] {
  const found = findWord(words, own)
  return found.length > 0 ? found : (parts ?? []).flatMap((part) => findWord(words, part))
}

function findWord(words: readonly PlacedWord[], asked: SearchWord): TextRange[] {
  return words
    .filter(({ word }) => isAskedFor(word, asked))
    .map(({ start, end, isWhole }) => ({
      start,
      end: isWhole ? end : Math.min(end, start + asked.word.length),
    }))
}

/** Folds grapheme by grapheme, so that each unit of what comes out has the stretch it came from. */
function foldInPlace(text: string): { folded: string; origins: TextRange[] } {
  let folded = ''
  const origins: TextRange[] = []
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    const piece = foldText(segment)
    const origin = { start: index, end: index + segment.length }
    folded += piece
    for (let unit = 0; unit < piece.length; unit += 1) origins.push(origin)
  }
  return { folded, origins }
}

function placeWords(token: string, start: number): PlacedWord[] {
  let from = 0
  return readToken(token).flatMap((piece) => {
    const parts = piece.parts.map((word): PlacedWord => {
      const at = token.indexOf(word, from)
      from = at + word.length
      return { word, start: start + at, end: start + from, isWhole: false }
    })
    return [...parts, ...placeWhole(piece, parts, token, start)]
  })
}

/** What is joined, with the signs that belong to it: the full stop of .NET, the ends of C++. */
function placeWhole(
  { whole }: Piece,
  parts: readonly PlacedWord[],
  token: string,
  start: number,
): PlacedWord[] {
  const [first, last] = [parts[0], parts.at(-1)]
  if (whole === undefined || !first || !last) return []
  const ends = /[+#]+$/.exec(whole)?.[0] ?? ''
  const hasStop = whole.startsWith('.') && token[first.start - start - 1] === '.'
  const range = { start: first.start - Number(hasStop), end: last.end + ends.length }
  return [...new Set([whole, withoutV(whole)])].map((word) => ({ word, ...range, isWhole: true }))
}

function joinRanges(ranges: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else joined.push({ ...range })
  }
  return joined
}
