// Controls of both kinds (C0, C1), line and paragraph separators, and what turns the direction of writing
// round: with these a text could move the cursor, rename the window or look like another one.
const dangerous = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/** A text on one line as it may be printed on a terminal; what could command it becomes `�`. */
export function cleanText(text: string): string {
  return text.replace(/\s*[\n\r\t]+\s*/g, ' ').replace(dangerous, '\ufffd')
}

/** As `cleanText`, for text that keeps its lines. */
export function cleanLines(text: string): string {
  return text.replace(dangerous, (sign) => (sign === '\n' || sign === '\t' ? sign : '\ufffd'))
}

/** JSON on one line, of ASCII where a terminal could be commanded, and the same value for whoever reads it. */
export function printJson(value: unknown): string {
  return JSON.stringify(value).replace(
    dangerous,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
