import type { Metadata } from 'next'
import { requireSession } from '../../../auth/sessions/require-session.ts'
import { AccessTokens } from '../../../features/access-tokens/access-tokens.tsx'
import { SettingsContent } from '../../../features/settings/settings-content.tsx'

export const metadata: Metadata = { title: 'Access tokens' }

export default async function AccessTokensPage() {
  await requireSession('/settings/tokens')
  return (
    <SettingsContent title="Access tokens">
      <AccessTokens />
    </SettingsContent>
  )
}
