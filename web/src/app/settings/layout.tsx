import type { ReactNode } from 'react'
import { getWebEnv } from '../../env.ts'
import { SettingsApp } from './settings-app.tsx'

/** Each page asks for a session itself: only it knows the way back to where the person wanted to go. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return <SettingsApp apiUrl={getWebEnv().apiUrl}>{children}</SettingsApp>
}
