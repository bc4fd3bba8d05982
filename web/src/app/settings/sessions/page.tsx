import type { Metadata } from 'next'
import { requireSession } from '../../../auth/sessions/require-session.ts'
import { findNewDeviceSessions } from '../../../auth/sessions/session.server.ts'
import { Sessions } from '../../../features/sessions/sessions.tsx'
import { SettingsContent } from '../../../features/settings/settings-content.tsx'

export const metadata: Metadata = { title: 'Sessions' }

export default async function SessionsPage() {
  const { user } = await requireSession('/settings/sessions')
  return (
    <SettingsContent title="Sessions">
      <Sessions newIds={await findNewDeviceSessions(user.id)} />
    </SettingsContent>
  )
}
