const lineBreaks = /[\r\n\u2028\u2029]+/u
// The bullets of lists elsewhere: -, *, •, 1., 1), [ ], [x].
const bullet = /^(?:[-*+•‣–]\s+|\d{1,3}[.)]\s+)?(?:\[[ xX]?\]\s+)?/u

/** The lines of a text that have words, without their bullets. */
export function splitLines(text: string): string[] {
  return text
    .split(lineBreaks)
    .map((line) => line.trim().replace(bullet, '').trim())
    .filter((line) => line !== '')
}

/** A text as one line. */
export function joinLines(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/gu, ' ')
}
