/** Marks the file as UTF-8 for spreadsheets, which else take it for something older. */
export const csvStart = '\ufeff'

// What a spreadsheet may take for the beginning of a formula, also in its full-width forms, and an
// apostrophe before it, so that each can be distinguished from ours.
// https://owasp.org/www-community/attacks/CSV_Injection
const formulaStart = /^(?='*[=+\-@\t\r\n＝＋－＠])/
// Where cells are parted by semicolons or tabs, our quotes are none, and a new cell begins there.
const laterFormulaStart = /([;\t\r\n][" ]*)(?='*[=+\-@＝＋－＠])/g
const needsQuotes = /[",\r\n]/

/**
 * A line of a CSV file (RFC 4180), its line break included. What a spreadsheet could run as a formula
 * gets an apostrophe in front, which spreadsheets read as "this is text": at the beginning of a cell,
 * and after a semicolon, tab or line break, in whatever way the spreadsheet parts cells.
 */
export function csvLine(cells: readonly (string | null | undefined)[]): string {
  return `${cells.map((cell) => writeCell(cell ?? '')).join(',')}\r\n`
}

/** Several texts in one cell: parted by commas, with those in quotes that hold commas or quotes. */
export function csvList(texts: readonly string[]): string {
  return texts
    .map((text) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
    .join(', ')
}

function writeCell(text: string): string {
  const harmless = text.replace(laterFormulaStart, "$1'").replace(formulaStart, "'")
  return needsQuotes.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
