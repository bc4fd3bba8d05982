import type { ImportReport } from '../report.ts'

/**
 * The names of fields that a reader has heard of.
 *
 * @param fields by their names, or by several parted by `, `
 * @param silent what nobody needs to read about in `docs/import.md`
 */
export function listKnown(
  fields: Readonly<Record<string, string>>,
  silent: readonly string[] = [],
): ReadonlySet<string> {
  return new Set([...Object.keys(fields).flatMap((names) => names.split(', ')), ...silent])
}

/** Reports the fields of a file that its reader has never heard of. */
export function reportUnknown(
  names: readonly string[],
  known: ReadonlySet<string>,
  report: ImportReport,
): void {
  for (const name of names)
    if (!known.has(name) && name !== '')
      report.add('Fields that Tend doesn’t know are left out.', name)
}
