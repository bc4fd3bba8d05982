'use client'

import { useState } from 'react'
import { authClient } from '../../auth/browser/auth.client.ts'
import { withNext } from '../../auth/browser/next-path.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import styles from './auth-form.module.css'
import { type AuthFailure, explainFailure } from './form-errors.ts'

/** What a link confirms: a new account's address, or one end of a change of addresses. */
export type VerificationPurpose =
  | { state: 'sign-up'; email: string }
  | { state: 'old-address' | 'new-address'; email: string; newEmail: string }

export type VerifyAddressProps = { token: string; purpose: VerificationPurpose; nextPath: string }

/** Confirms only when a button is pressed, because programs open links in mails. */
export function VerifyAddress({ token, purpose, nextPath }: VerifyAddressProps) {
  const [state, setState] = useState<'asking' | 'busy' | 'done'>('asking')
  const [problem, setProblem] = useState<string>()

  async function confirm(): Promise<void> {
    setState('busy')
    const { error } = await authClient
      .verifyEmail({ query: { token } })
      .catch((): { error: AuthFailure } => ({ error: {} }))
    setProblem(error ? explainVerificationFailure(error) : undefined)
    setState(error ? 'asking' : 'done')
  }

  if (state === 'done') {
    return (
      <div className={styles.words}>
        <p role="status">{describeResult(purpose)}</p>
        {purpose.state !== 'old-address' && (
          <p>
            <a href={withNext('/login', nextPath)}>Go on to Tend</a>
          </p>
        )}
      </div>
    )
  }
  return (
    <div className={styles.words}>
      <p>{describeRequest(purpose)}</p>
      {problem && <Notice>{problem}</Notice>}
      <Button look="primary" wide disabled={state === 'busy'} onClick={() => void confirm()}>
        {state === 'busy' ? 'One moment…' : purpose.state === 'old-address' ? 'Agree' : 'Confirm'}
      </Button>
    </div>
  )
}

function describeRequest(purpose: VerificationPurpose): string {
  switch (purpose.state) {
    case 'sign-up':
      return `Confirm ${purpose.email} for your Tend account.`
    case 'old-address':
      return `Change the address of your account from ${purpose.email} to ${purpose.newEmail}?`
    case 'new-address':
      return `Confirm ${purpose.newEmail} as the new address of your account.`
  }
}

function describeResult(purpose: VerificationPurpose): string {
  switch (purpose.state) {
    case 'sign-up':
      return `${purpose.email} is confirmed.`
    case 'old-address':
      return `Thank you. We’ve written to ${purpose.newEmail}: open the link there to finish.`
    case 'new-address':
      return `${purpose.newEmail} is the address of your account now.`
  }
}

function explainVerificationFailure(error: AuthFailure): string {
  if (error.code === 'ADDRESS_TAKEN') return 'Another account has this address already.'
  if (error.code === 'TOKEN_EXPIRED') return 'This link has expired.'
  if (error.code === 'INVALID_USER') {
    return 'Somebody else is signed in here. Sign out first, or open the link in another browser.'
  }
  return explainFailure(error).form ?? 'This link doesn’t work.'
}
