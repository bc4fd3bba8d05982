import { toWord } from './spelling.ts'

/** A word of the line, or a punctuation mark at its edge. */
export type Token = {
  readonly text: string
  /**
   * The word's form for comparing: in lower case, with its spelling corrected, without the full
   * stop of `Dec.`
   */
  readonly lower: string
  /** Its range in the line, in UTF-16 units; `end` is exclusive. */
  readonly start: number
  readonly end: number
  readonly isMark: boolean
}

const opening = new Set('"\'“„‘«([{`')
const closing = new Set('"\'”’“»)]}.,;:!?…`')
/** Abbreviations that end with a full stop, which is part of them. */
const cutShort =
  /^(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mins?|hrs?|wks?|(?:\d{1,2}(?:[:.][0-5]\d)?)?[ap]\.m)$/i
/** Words written as one: a day with its time, the sign of a time or a reminder, two days with a dash. */
const joined =
  /^(\d{4}-\d\d-\d\dT)(\d\d:\d\d)$|^(@)(\d{1,2}(?::[0-5]\d)?(?:[ap]m?)?)$|^(\d{1,2}\/\d{1,2})([-–])(\d{1,2}\/\d{1,2})$|^(!)(!)(\d\S*)$/i

/**
 * Splits a line into words at white space, and punctuation from their edges: `(9am,` becomes `(`,
 * `9am` and `,`. Punctuation inside a word stays: `9:30`, `mum's`, `bob@example.com`.
 */
export function tokenize(line: string): Token[] {
  return [...line.matchAll(/\S+/gu)].flatMap(({ 0: chunk, index }) => cutChunk(chunk, index))
}

function cutChunk(chunk: string, offset: number): Token[] {
  let first = 0
  while (first < chunk.length && opening.has(chunk.charAt(first))) first += 1
  let last = chunk.length
  while (last > first && closing.has(chunk.charAt(last - 1))) last -= 1
  if (chunk.charAt(last) === '.' && cutShort.test(chunk.slice(first, last))) last += 1
  const marks = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, nth) =>
      toToken(chunk, offset, from + nth, from + nth + 1),
    )
  const middle = chunk.slice(first, last)
  const parts = joined.exec(middle)?.slice(1) ?? [middle]
  const starts = parts.map((_, nth) => first + parts.slice(0, nth).join('').length)
  const words = parts.flatMap((part, nth) => {
    const from = starts[nth] ?? first
    return part ? [toToken(chunk, offset, from, from + part.length)] : []
  })
  return [...marks(0, first), ...words, ...marks(last, chunk.length)]
}

function toToken(chunk: string, offset: number, from: number, to: number): Token {
  const text = chunk.slice(from, to)
  const isMark = to - from === 1 && (closing.has(text) || opening.has(text))
  return { text, lower: toWord(text), start: offset + from, end: offset + to, isMark }
}
