import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { requireSession } from '../../../auth/sessions/require-session.ts'
import { listAccounts } from '../../../auth/sessions/session.server.ts'
import { getWebEnv } from '../../../env.ts'
import { DataSettings } from '../../../features/data/data-settings.tsx'
import { FeedsSection } from '../../../features/feeds/feeds-section.tsx'
import { SettingsContent } from '../../../features/settings/settings-content.tsx'

export const metadata: Metadata = { title: 'Data' }

type Props = { searchParams: Promise<{ view?: string | string[] }> }

export default async function DataPage({ searchParams }: Props) {
  await requireSession('/settings/data')
  const { view } = await searchParams
  const accounts = await listAccounts(await headers())
  const hasPassword = accounts.some(({ providerId }) => providerId === 'credential')
  return (
    <SettingsContent title="Data">
      <DataSettings
        apiUrl={getWebEnv().apiUrl}
        hasPassword={hasPassword}
        feeds={<FeedsSection forView={typeof view === 'string' ? view : undefined} />}
      />
    </SettingsContent>
  )
}
