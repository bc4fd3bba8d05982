import { redirect } from 'next/navigation'
import { settingsPages } from '../../features/settings/settings-pages.ts'

export default function SettingsPage() {
  redirect(settingsPages[0].path)
}
