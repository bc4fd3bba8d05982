'use client'

import type { ReactNode } from 'react'
import { DeleteSection } from './delete-section.tsx'
import { ExportSection } from './export-section.tsx'
import { ImportSection } from './import-section.tsx'

export type DataSettingsProps = {
  apiUrl: string
  hasPassword: boolean
  /** What is shown of calendar addresses. */
  feeds: ReactNode
}

/** Export, import, calendar addresses, and deleting the account. */
export function DataSettings({ apiUrl, hasPassword, feeds }: DataSettingsProps) {
  return (
    <>
      <ExportSection apiUrl={apiUrl} />
      <ImportSection apiUrl={apiUrl} />
      {feeds}
      <DeleteSection hasPassword={hasPassword} />
    </>
  )
}
