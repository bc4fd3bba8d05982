import type { Range } from './title.ts'

/** Marks that open a quotation, each with the one that closes it. */
const pairs: Readonly<Record<string, string>> = {
  ...{ '"': '"', '“': '”', '„': '“', '«': '»', '`': '`', '‘': '’', "'": "'" },
}
/** These are also apostrophes, and open a quotation only if it is closed. */
const apostrophes = new Set(["'", '‘'])

/**
 * Quotations in a line: from a mark that begins a word to the one that ends one, or to the end of
 * the line if it isn't closed. After `#` and `@`, it is a name instead.
 */
export function listQuotations(line: string): Range[] {
  const found: Range[] = []
  const hopeless = new Set<string>()
  for (let at = 0; at < line.length; at += 1) {
    const closing = pairs[line.charAt(at)]
    if (closing === undefined || !/^[\s([{—–-]?$/.test(line.charAt(at - 1))) continue
    if (/^\s?$/.test(line.charAt(at + 1)) || hopeless.has(closing)) continue
    const end = findClosing(line, at + 1, closing)
    if (end === undefined && apostrophes.has(line.charAt(at))) {
      hopeless.add(closing)
      continue
    }
    found.push({ start: at, end: end ?? line.length })
    at = (end ?? line.length) - 1
  }
  return found
}

function findClosing(line: string, from: number, closing: string): number | undefined {
  for (let at = line.indexOf(closing, from); at >= 0; at = line.indexOf(closing, at + 1)) {
    if (/^[\s.,;:!?…)\]}—–-]?$/.test(line.charAt(at + 1)) && /\S/.test(line.charAt(at - 1)))
      return at + 1
  }
  return undefined
}
