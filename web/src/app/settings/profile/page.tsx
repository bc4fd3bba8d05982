import type { Metadata } from 'next'
import { requireSession } from '../../../auth/sessions/require-session.ts'
import { Profile } from '../../../features/account/profile.tsx'
import { SettingsContent } from '../../../features/settings/settings-content.tsx'

export const metadata: Metadata = { title: 'Profile' }

export default async function ProfilePage() {
  await requireSession('/settings/profile')
  return (
    <SettingsContent title="Profile">
      <Profile />
    </SettingsContent>
  )
}
