import { CsvError, parse } from 'csv-parse/sync'
import type { InputFile } from './input-file.ts'

/** A row of a table by its headings, which are in lower case. */
export type CsvRow = {
  /** Counted from 1. */
  line: number
  cells: readonly string[]
  /** Empty where the column is missing. */
  get(...headings: readonly string[]): string
}

export type CsvTable = {
  /** As they are written. */
  headings: readonly string[]
  has(...headings: readonly string[]): boolean
  rows: CsvRow[]
}

const maxColumns = 500

/**
 * Reads a table, whose headings may come after other lines.
 *
 * @param isHead which row has the headings; the first one that says so
 * @throws ImportFileError with the line, for what isn't a table
 */
export function readCsv(
  file: InputFile,
  isHead: (cells: readonly string[]) => boolean = () => true,
): CsvTable | undefined {
  const records = parseRecords(file)
  const headAt = records.slice(0, 20).findIndex(({ record }) => isHead(record.map(normalize)))
  const head = records[headAt]
  if (!head) return undefined
  const headings = head.record.map((heading) => heading.trim()).slice(0, maxColumns)
  const columns = new Map<string, number>()
  for (const [nth, heading] of headings.entries())
    if (!columns.has(normalize(heading))) columns.set(normalize(heading), nth)
  const rows = records.slice(headAt + 1).map(({ record, info: { lines } }): CsvRow => {
    // Of a row over several lines, the parser tells the last.
    return {
      line: lines,
      cells: record,
      get(...names) {
        const at = names.map((name) => columns.get(name)).find((column) => column !== undefined)
        return (at === undefined ? undefined : record[at]) ?? ''
      },
    }
  })
  return { headings, rows, has: (...names) => names.every((name) => columns.has(name)) }
}

type CsvRecord = { record: string[]; info: { lines: number } }

function parseRecords(file: InputFile): CsvRecord[] {
  try {
    return parse(file.text, {
      delimiter: guessDelimiter(file.text),
      info: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      skipRecordsWithEmptyValues: true,
      maxRecordSize: 1_000_000,
    }) as unknown as CsvRecord[]
  } catch (error) {
    const line = error instanceof CsvError && typeof error.lines === 'number' ? error.lines : 1
    const isUnclosed = error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED'
    throw file.refuse(
      isUnclosed
        ? `a quotation mark that opens before line ${line} is never closed.`
        : `the table can’t be read any further than line ${line}.`,
    )
  }
}

/** Spreadsheets of some countries part cells by semicolons. */
function guessDelimiter(text: string): string {
  const [first = ''] = text.slice(0, 10_000).split(/\r?\n/)
  const counts = [',', ';', '\t'].map((sign) => [sign, first.split(sign).length] as const)
  const [best] = counts.toSorted(([, one], [, other]) => other - one)
  return best?.[0] ?? ','
}

function normalize(heading: string): string {
  return heading.trim().toLowerCase()
}
