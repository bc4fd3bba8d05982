/** Prints a table for a terminal that is also valid Markdown; the first column is aligned to the left. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, nth) =>
    Math.max(title.length, ...rows.map((row) => row[nth]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, nth) => (nth === 0 ? cell.padEnd(widths[nth] ?? 0) : cell.padStart(widths[nth] ?? 0))).join(' | ')} |`
  const rule = widths.map((width, nth) =>
    nth === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  )
  console.log([line(head), line(rule), ...rows.map(line), ''].join('\n'))
}
