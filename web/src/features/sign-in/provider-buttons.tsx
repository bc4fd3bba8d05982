'use client'

import { useState } from 'react'
import { authClient } from '../../auth/auth.client.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './auth-form.module.css'

export type ProviderName = 'google' | 'github'

const labels: Record<ProviderName, string> = { google: 'Google', github: 'GitHub' }

export type ProviderButtonsProps = { providers: readonly ProviderName[]; nextPath: string }

/** Signing in with an account from elsewhere; nothing when no provider is configured. */
export function ProviderButtons({ providers, nextPath }: ProviderButtonsProps) {
  const [failed, setFailed] = useState(false)
  if (providers.length === 0) return null

  async function signIn(provider: ProviderName): Promise<void> {
    setFailed(false)
    // On success the client leaves for the provider by itself.
    const { error } = await authClient.signIn
      .social({ provider, callbackURL: nextPath, errorCallbackURL: '/login' })
      .catch(() => ({ error: true }))
    setFailed(Boolean(error))
  }

  return (
    <div className={styles.providers}>
      <p className={styles.or}>or</p>
      {providers.map((provider) => (
        <Button key={provider} wide onClick={() => void signIn(provider)}>
          Continue with {labels[provider]}
        </Button>
      ))}
      {failed && <Notice>Signing in didn’t work. Try once more.</Notice>}
    </div>
  )
}
