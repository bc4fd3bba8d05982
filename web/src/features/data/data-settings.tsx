'use client'

import { DeleteSection } from './delete-section.tsx'
import { ExportSection } from './export-section.tsx'
import { ImportSection } from './import-section.tsx'

/** The ways out with everything, back in, and out for good. */
export function DataSettings({ apiUrl, hasPassword }: { apiUrl: string; hasPassword: boolean }) {
  return (
    <>
      <ExportSection apiUrl={apiUrl} />
      <ImportSection apiUrl={apiUrl} />
      <DeleteSection hasPassword={hasPassword} />
    </>
  )
}
