import '@fontsource-variable/inter/wght.css'
import '../ui/tokens.css'
import '../ui/base.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { findCurrentSession } from '../auth/require-session.ts'
import { readTheme, themeCookie } from '../features/account/theme.ts'
import { applicationName, description, themeColors } from '../page-frame.ts'

export const metadata: Metadata = {
  title: { default: 'Tend', template: '%s · Tend' },
  description,
  applicationName,
  robots: { index: false },
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
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme}>
      <body>{children}</body>
    </html>
  )
}

/** A device where no theme was chosen shows the account's; which one must not keep a page from coming. */
async function findAccountTheme(): Promise<string | null | undefined> {
  const session = await findCurrentSession().catch(() => null)
  return session?.user.theme
}
