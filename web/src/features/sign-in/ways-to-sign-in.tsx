'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { authClient } from '../../auth/browser/auth.client.ts'
import type { Provider } from '../../auth/providers.ts'
import { Notice } from '../../ui/marks/notice.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { AuthFailure } from './form-errors.ts'
import { explainProviderFailure } from './provider-errors.ts'
import { WayToSignIn } from './way-to-sign-in.tsx'
import styles from './ways-to-sign-in.module.css'

/** A provider with the person's account there, when they have connected one. */
export type ProviderWay = Provider & { accountId: string | undefined }

export type WaysToSignInProps = {
  hasPassword: boolean
  providers: readonly ProviderWay[]
  /** The error that a provider returned with. */
  problem: string | undefined
}

const page = '/settings/sign-in'

/** All ways to sign in, to connect and to disconnect; the last one can't be disconnected. */
export function WaysToSignIn({ hasPassword, providers, problem }: WaysToSignInProps) {
  const router = useRouter()
  const [busy, setBusy] = useState<string>()
  const [failed, setFailed] = useState(problem)
  const ways = providers.filter(({ accountId }) => accountId).length + (hasPassword ? 1 : 0)

  async function run(way: Provider, send: () => Promise<{ error: AuthFailure | null }>) {
    setBusy(way.id)
    setFailed(undefined)
    const { error } = await send().catch((): { error: AuthFailure } => ({ error: {} }))
    if (error) setFailed(explainProviderFailure(error, way.name))
    return error === null
  }

  async function connect(way: ProviderWay): Promise<void> {
    const { id: provider } = way
    // On success the client leaves for the provider by itself.
    const leaving = await run(way, () =>
      authClient.linkSocial({ provider, callbackURL: page, errorCallbackURL: page }),
    )
    if (!leaving) setBusy(undefined)
  }

  async function disconnect(way: ProviderWay): Promise<void> {
    const { accountId = '' } = way
    if (await run(way, () => authClient.unlinkAccount({ accountId }))) router.replace(page)
    router.refresh()
    setBusy(undefined)
  }

  return (
    <Section title="Ways to sign in" hint="Any of these leads to this account.">
      {failed && <Notice>{failed}</Notice>}
      <ul className={styles.ways}>
        <WayToSignIn name="E-mail and password" state={hasPassword ? 'Set' : 'Not set'} />
        {providers.map((way) => (
          <WayToSignIn
            key={way.id}
            name={way.name}
            state={describeState(way, ways)}
            action={
              way.accountId
                ? { label: 'Disconnect', disabled: ways < 2, run: () => disconnect(way) }
                : { label: 'Connect', run: () => connect(way) }
            }
            busy={busy === way.id}
          />
        ))}
      </ul>
    </Section>
  )
}

function describeState({ accountId }: ProviderWay, ways: number): string {
  if (!accountId) return 'Not connected'
  return ways > 1 ? 'Connected' : 'Connected. Your only way in, so it can’t be disconnected.'
}
