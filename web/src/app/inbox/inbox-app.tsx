'use client'

import { AccountMenu } from '../../features/account/account-menu.tsx'
import { AppShell } from '../../features/shell/app-shell.tsx'
import { SyncMark } from '../../features/shell/sync-mark.tsx'
import { Inbox } from '../../features/tasks/inbox.tsx'
import { taskCache } from '../../features/tasks/tasks.cache.ts'
import { GraphqlProvider } from '../../graphql/graphql-provider.tsx'
import { Toaster } from '../../ui/toaster.tsx'

const features = [taskCache]

export type InboxAppProps = {
  apiUrl: string
  person: { name: string; email: string }
  sidebarFolded: boolean
}

/** Puts the features together: the one place where they meet. */
export function InboxApp({ apiUrl, person, sidebarFolded }: InboxAppProps) {
  return (
    <GraphqlProvider apiUrl={apiUrl} features={features}>
      <AppShell
        sidebarFolded={sidebarFolded}
        account={(look) => <AccountMenu look={look} person={person} apiUrl={apiUrl} />}
        status={<SyncMark />}
      >
        <Inbox />
      </AppShell>
      <Toaster />
    </GraphqlProvider>
  )
}
