import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { listProviders } from '../../../auth/providers.ts'
import { requireSession } from '../../../auth/sessions/require-session.ts'
import { listAccounts } from '../../../auth/sessions/session.server.ts'
import { getWebEnv } from '../../../env.ts'
import { SettingsContent } from '../../../features/settings/settings-content.tsx'
import { ChangeEmail } from '../../../features/sign-in/change-email.tsx'
import { ChangePassword } from '../../../features/sign-in/change-password.tsx'
import { describeProviderError } from '../../../features/sign-in/provider-errors.ts'
import { SetPassword } from '../../../features/sign-in/set-password.tsx'
import { WaysToSignIn } from '../../../features/sign-in/ways-to-sign-in.tsx'

export const metadata: Metadata = { title: 'Sign-in' }

type Props = { searchParams: Promise<{ error?: string | string[] }> }

export default async function SignInSettingsPage({ searchParams }: Props) {
  const { user } = await requireSession('/settings/sign-in')
  const config = getWebEnv()
  const [{ error }, accounts] = await Promise.all([searchParams, listAccounts(await headers())])
  const accountIds = new Map(accounts.map(({ providerId, id }) => [providerId, id]))
  const hasPassword = accountIds.has('credential')
  return (
    <SettingsContent title="Sign-in">
      <ChangeEmail email={user.email} confirmed={user.emailVerified} mail={config.mail.kind} />
      {hasPassword ? (
        <ChangePassword email={user.email} />
      ) : (
        <SetPassword email={user.email} mail={config.mail.kind} />
      )}
      <WaysToSignIn
        hasPassword={hasPassword}
        providers={listProviders(config).map((provider) => ({
          ...provider,
          accountId: accountIds.get(provider.id),
        }))}
        problem={describeProviderError(error)}
      />
    </SettingsContent>
  )
}
