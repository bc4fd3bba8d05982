'use client'

import { useState } from 'react'
import { authClient } from '../../auth/browser/auth.client.ts'
import { withNext } from '../../auth/browser/next-path.ts'
import type { CaptchaWidget } from '../../auth/rules/captcha.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { LiveForm } from '../../ui/hydration/live-form.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import styles from './auth-form.module.css'
import { Captcha } from './captcha.tsx'
import { checkEmail } from './form-errors.ts'
import { MailHint, type MailKind } from './mail-hint.tsx'
import { useAuthForm } from './use-auth-form.ts'

export type ForgotPasswordFormProps = {
  nextPath: string
  mail: MailKind
  captcha: CaptchaWidget | undefined
}

export function ForgotPasswordForm({ nextPath, mail, captcha }: ForgotPasswordFormProps) {
  const [sentTo, setSentTo] = useState<string>()
  const { errors, busy, attempt, onSubmit } = useAuthForm({
    fields: ['email'],
    check: ({ email }: { email: string }) => checkEmail(email),
    send: ({ email }, options) =>
      authClient.requestPasswordReset({ email: email.trim(), redirectTo: nextPath }, options),
    onDone(_answer, { email }) {
      setSentTo(email.trim())
      return 'staying'
    },
  })
  const backToSignIn = (
    <p className={styles.other}>
      <a href={withNext('/login', nextPath)}>Back to sign in</a>
    </p>
  )
  if (sentTo) {
    return (
      <>
        <div className={styles.words}>
          <p role="status">
            If there is an account for <strong>{sentTo}</strong>, a link to choose a new password is
            on its way. It works for one hour.
          </p>
          <MailHint mail={mail} />
          <Button wide onClick={() => setSentTo(undefined)}>
            Try another address
          </Button>
        </div>
        {backToSignIn}
      </>
    )
  }
  return (
    <>
      <LiveForm className={styles.form} onSubmit={onSubmit}>
        <p>Enter your e-mail and we’ll send you a reset link.</p>
        <TextField
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          error={errors.email}
          required
        />
        <Captcha widget={captcha} attempt={attempt} />
        {errors.form && <Notice>{errors.form}</Notice>}
        <Button look="primary" type="submit" wide disabled={busy}>
          {busy ? 'Sending…' : 'Send the link'}
        </Button>
      </LiveForm>
      {backToSignIn}
    </>
  )
}
