/** A word of the line, or one mark of punctuation at its edge. */
export type Token = {
  readonly text: string
  /** The text in lower case, for comparing. */
  readonly lower: string
  /** Where it stands in the line, in UTF-16 units; `end` is exclusive. */
  readonly start: number
  readonly end: number
  readonly isMark: boolean
}

const opening = new Set('"\'“„‘«([{')
const closing = new Set('"\'”’“»)]}.,;:!?…')

/**
 * Cuts a line into words at white space, and punctuation off their edges: `(9am,` is `(`, `9am` and
 * `,`. What stands inside a word stays in it: `9:30`, `mum's`, `bob@example.com`.
 */
export function tokenize(line: string): Token[] {
  return [...line.matchAll(/\S+/gu)].flatMap(({ 0: chunk, index }) => cutChunk(chunk, index))
}

function cutChunk(chunk: string, offset: number): Token[] {
  let first = 0
  while (first < chunk.length && opening.has(chunk.charAt(first))) first += 1
  let last = chunk.length
  while (last > first && closing.has(chunk.charAt(last - 1))) last -= 1
  const marks = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, nth) =>
      toToken(chunk, offset, from + nth, from + nth + 1),
    )
  const word = last > first ? [toToken(chunk, offset, first, last)] : []
  return [...marks(0, first), ...word, ...marks(last, chunk.length)]
}

function toToken(chunk: string, offset: number, from: number, to: number): Token {
  const text = chunk.slice(from, to)
  const isMark = to - from === 1 && (closing.has(text) || opening.has(text))
  return { text, lower: text.toLowerCase(), start: offset + from, end: offset + to, isMark }
}
