import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { loginPath } from '../../auth/next-path.ts'
import { findSession } from '../../auth/session.server.ts'
import { getWebEnv } from '../../env.ts'
import { isFolded, sidebarCookie } from '../../features/shell/sidebar-cookie.ts'
import { InboxApp } from './inbox-app.tsx'

export const metadata: Metadata = { title: 'Inbox' }

export default async function InboxPage() {
  const session = await findSession(await headers())
  if (!session) redirect(loginPath('/inbox'))
  const { name, email } = session.user
  return (
    <InboxApp
      apiUrl={getWebEnv().apiUrl}
      person={{ name, email }}
      sidebarFolded={isFolded((await cookies()).get(sidebarCookie)?.value)}
    />
  )
}
