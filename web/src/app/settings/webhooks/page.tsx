import type { Metadata } from 'next'
import { requireSession } from '../../../auth/sessions/require-session.ts'
import { getWebEnv } from '../../../env.ts'
import { SettingsContent } from '../../../features/settings/settings-content.tsx'
import { Webhooks } from '../../../features/webhooks/webhooks.tsx'

export const metadata: Metadata = { title: 'Webhooks' }

export default async function WebhooksPage() {
  await requireSession('/settings/webhooks')
  return (
    <SettingsContent title="Webhooks">
      <Webhooks apiUrl={getWebEnv().apiUrl} />
    </SettingsContent>
  )
}
