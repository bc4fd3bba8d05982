import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { pagePersonScript } from '../../auth/browser/page-person.ts'
import { findCurrentSession } from '../../auth/sessions/require-session.ts'
import { getWebEnv } from '../../env.ts'
import { readNonce } from '../../security-headers.ts'
import { SettingsApp } from './settings-app.tsx'

/** Each page requires a session itself, because only it knows where the person wanted to go. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const session = await findCurrentSession()
  const nonce = readNonce((await headers()).get('content-security-policy'))
  return (
    <>
      {session && (
        <script
          nonce={nonce}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: as text, React would escape its quotes.
          dangerouslySetInnerHTML={{ __html: pagePersonScript(session.user.id) }}
        />
      )}
      <SettingsApp apiUrl={getWebEnv().apiUrl}>{children}</SettingsApp>
    </>
  )
}
