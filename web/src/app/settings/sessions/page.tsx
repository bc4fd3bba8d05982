import type { Metadata } from 'next'
import { requireSession } from '../../../auth/require-session.ts'
import { Sessions } from '../../../features/sessions/sessions.tsx'
import { SettingsContent } from '../../../features/settings/settings-content.tsx'

export const metadata: Metadata = { title: 'Sessions' }

export default async function SessionsPage() {
  await requireSession('/settings/sessions')
  return (
    <SettingsContent title="Sessions">
      <Sessions />
    </SettingsContent>
  )
}
