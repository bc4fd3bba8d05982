import '@fontsource-variable/inter/wght.css'
import '../ui/tokens.css'
import '../ui/base.css'
import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { findCurrentSession } from '../auth/sessions/require-session.ts'
import { readTheme, themeCookie } from '../features/account/theme.ts'
import { keyGuardScript } from '../keyboard/key-guard.ts'
import { appleIcon, applicationName, description, themeColors } from '../page-frame.ts'
import { readNonce } from '../security-headers.ts'
import { earlySubmitScript } from '../ui/hydration/early-submit.ts'

export const metadata: Metadata = {
  title: { default: 'Tend', template: '%s · Tend' },
  description,
  applicationName,
  robots: { index: false },
  icons: { apple: appleIcon },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: themeColors.light },
    { media: '(prefers-color-scheme: dark)', color: themeColors.dark },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const chosenHere = (await cookies()).get(themeCookie)?.value
  const theme = readTheme(chosenHere ?? (await findAccountTheme()))
  const nonce = readNonce((await headers()).get('content-security-policy'))
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <script
          nonce={nonce}
          // Browsers hide the nonce from scripts, so React would find a different one.
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: as text, React would escape its quotes.
          dangerouslySetInnerHTML={{ __html: `${keyGuardScript};${earlySubmitScript}` }}
        />
      </head>
      <body>{children}</body>
    </html>
  )
}

/** The account's theme, for devices where none was chosen; a failure must not block the page. */
async function findAccountTheme(): Promise<string | null | undefined> {
  const session = await findCurrentSession().catch(() => null)
  return session?.user.theme
}
