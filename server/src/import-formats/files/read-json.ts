import { Tokenizer, TokenParser } from '@streamparser/json'
import { ImportFileError } from '../import-file-error.ts'
import { describePlace } from './line-and-column.ts'

const piece = 1_000

/**
 * A JSON text, or a list of the values of a text with one a line.
 *
 * @throws ImportFileError with line and column
 */
export function readJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const lines = readLines(text)
    if (lines) return lines
    throw new ImportFileError(`${name || 'The file'} is not whole JSON: ${explain(text)}`)
  }
}

function readLines(text: string): unknown[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length < 2) return undefined
  try {
    return lines.map((line) => JSON.parse(line.trim().replace(/,$/, '')))
  } catch {
    return undefined
  }
}

/** `JSON.parse` doesn't always say where. */
function explain(text: string): string {
  const at = findBreak(text)
  if (at === undefined || at >= text.length) return 'it ends too early.'
  return `something is wrong at ${describePlace(text, at)}.`
}

function findBreak(text: string): number | undefined {
  const tokenizer = new Tokenizer()
  const parser = new TokenParser({ paths: ['$.none'], keepStack: false })
  parser.onValue = () => {}
  let last = 0
  try {
    tokenizer.onToken = (token) => {
      last = token.offset
      parser.write(token)
    }
    for (let from = 0; from < text.length; from += piece) {
      // What isn't a token is within this piece.
      last = Math.max(last, from)
      tokenizer.write(text.slice(from, from + piece))
    }
    return undefined
  } catch {
    return last
  }
}
