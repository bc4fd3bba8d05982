'use client'

import type { ReactNode } from 'react'
import { accessTokenCache } from '../../features/access-tokens/access-tokens.cache.ts'
import { feedCache } from '../../features/feeds/feeds.cache.ts'
import { sessionCache } from '../../features/sessions/sessions.cache.ts'
import { SettingsShell } from '../../features/settings/settings-shell.tsx'
import { webhookCache } from '../../features/webhooks/webhooks.cache.ts'
import { GraphqlProvider } from '../../graphql/graphql-provider.tsx'
import { Toaster } from '../../ui/toasts/toaster.tsx'
import { SettingsKeys } from './settings-keys.tsx'

const features = [sessionCache, accessTokenCache, feedCache, webhookCache]

/** Composes the settings' features; going from page to page keeps its client and its token. */
export function SettingsApp({ apiUrl, children }: { apiUrl: string; children: ReactNode }) {
  return (
    <GraphqlProvider apiUrl={apiUrl} features={features}>
      <SettingsShell>{children}</SettingsShell>
      <SettingsKeys />
      <Toaster />
    </GraphqlProvider>
  )
}
