'use client'

import { useState } from 'react'
import { authClient } from '../../auth/browser/auth.client.ts'
import { sendWithTimeZone } from '../../auth/browser/browser-time-zone.ts'
import { withNext } from '../../auth/browser/next-path.ts'
import type { Provider } from '../../auth/providers.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import styles from './auth-form.module.css'
import { explainProviderFailure } from './provider-errors.ts'

export type ProviderButtonsProps = {
  providers: readonly Provider[]
  nextPath: string
  /** Headers that the request needs in addition. */
  headers?: Record<string, string>
}

/** Signing in with an account from elsewhere; nothing when no provider is configured. */
export function ProviderButtons({ providers, nextPath, headers = {} }: ProviderButtonsProps) {
  const [problem, setProblem] = useState<string>()
  const [opening, setOpening] = useState<Provider>()
  if (providers.length === 0) return null

  async function signIn(provider: Provider): Promise<void> {
    setProblem(undefined)
    setOpening(provider)
    // On success the client leaves for the provider by itself.
    const { error } = await sendWithTimeZone((zone) =>
      authClient.signIn.social(
        {
          provider: provider.id,
          callbackURL: nextPath,
          errorCallbackURL: withNext('/login', nextPath),
          ...zone,
        },
        { headers },
      ),
    ).catch(() => ({ error: {} }))
    if (!error) return
    setOpening(undefined)
    setProblem(explainProviderFailure(error, provider.name))
  }

  return (
    <div className={styles.providers}>
      <p className={styles.or}>or</p>
      {providers.map((provider) => (
        <Button
          key={provider.id}
          wide
          disabled={opening !== undefined}
          onClick={() => void signIn(provider)}
        >
          {opening === provider ? `Opening ${provider.name}…` : `Continue with ${provider.name}`}
        </Button>
      ))}
      {problem && <Notice>{problem}</Notice>}
    </div>
  )
}
