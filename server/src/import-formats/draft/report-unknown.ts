import type { ImportReport } from '../report.ts'

/** Reports the fields of a file that its reader has never heard of. */
export function reportUnknown(
  names: readonly string[],
  known: Readonly<Record<string, string>>,
  report: ImportReport,
): void {
  for (const name of names)
    if (!Object.hasOwn(known, name) && name !== '')
      report.add('Fields that Tend doesn’t know are left out.', name)
}
