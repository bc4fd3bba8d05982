/** Marks the file as UTF-8 for spreadsheets, which else take it for something older. */
export const csvStart = '\ufeff'

// What a spreadsheet may take for the beginning of a formula, also in its full-width forms.
// https://owasp.org/www-community/attacks/CSV_Injection
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/
const needsQuotes = /[",\r\n]/

/**
 * A line of a CSV file (RFC 4180), its line break included. A text that a spreadsheet could run as a
 * formula gets an apostrophe in front, which spreadsheets read as "this is text".
 */
export function csvLine(cells: readonly (string | null | undefined)[]): string {
  return `${cells.map((cell) => writeCell(cell ?? '')).join(',')}\r\n`
}

function writeCell(text: string): string {
  const harmless = formulaStart.test(text) ? `'${text}` : text
  return needsQuotes.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
