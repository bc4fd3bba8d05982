import type { Metadata } from 'next'
import { requireSession } from '../../../auth/sessions/require-session.ts'
import { PushDevices } from '../../../features/notifications/push-devices.tsx'
import { ReminderSettings } from '../../../features/notifications/reminder-settings.tsx'
import { SettingsContent } from '../../../features/settings/settings-content.tsx'

export const metadata: Metadata = { title: 'Notifications' }

export default async function NotificationsPage() {
  await requireSession('/settings/notifications')
  return (
    <SettingsContent title="Notifications">
      <PushDevices />
      <ReminderSettings />
    </SettingsContent>
  )
}
