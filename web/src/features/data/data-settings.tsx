'use client'

import { DeleteSection } from './delete-section.tsx'
import { ExportSection } from './export-section.tsx'
import { ImportSection } from './import-section.tsx'

/** Export, import, and deleting the account. */
export function DataSettings({ apiUrl, hasPassword }: { apiUrl: string; hasPassword: boolean }) {
  return (
    <>
      <ExportSection apiUrl={apiUrl} />
      <ImportSection apiUrl={apiUrl} />
      <DeleteSection hasPassword={hasPassword} />
    </>
  )
}
