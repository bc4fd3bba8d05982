import { unguard } from '../files/csv-cell.ts'
import { readCsv } from '../files/csv-table.ts'
import type { InputFile } from '../files/input-file.ts'
import { guessColumns } from './table-columns.ts'

const shownRows = 3
const shownLength = 100
const shownColumns = 60

/** A table's headings and first rows, and which column holds what. */
export type TableDescription = {
  headings: string[]
  rows: string[][]
  columns: Readonly<Record<string, number>>
}

export function describeTable(
  file: InputFile,
  chosen: Readonly<Record<string, number>> | undefined,
): TableDescription | undefined {
  const table = readCsv(file)
  if (!table) return undefined
  const show = (cell: string) => unguard(cell).slice(0, shownLength).toWellFormed()
  return {
    headings: table.headings.slice(0, shownColumns).map(show),
    rows: table.rows.slice(0, shownRows).map(({ cells }) => cells.slice(0, shownColumns).map(show)),
    columns: chosen ?? guessColumns(table.headings),
  }
}
