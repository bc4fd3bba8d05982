'use client'

import { useState } from 'react'
import { authClient } from '../../auth/browser/auth.client.ts'
import { withNext } from '../../auth/browser/next-path.ts'
import type { CaptchaWidget } from '../../auth/rules/captcha.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { LiveForm } from '../../ui/hydration/live-form.tsx'
import { useHydrated } from '../../ui/hydration/use-hydrated.ts'
import { Notice } from '../../ui/marks/notice.tsx'
import styles from './auth-form.module.css'
import { Captcha } from './captcha.tsx'
import { checkEmail } from './form-errors.ts'
import { MailHint, type MailKind } from './mail-hint.tsx'
import { readPendingAddress } from './pending-address.ts'
import { useAuthForm } from './use-auth-form.ts'

export type CheckMailProps = {
  nextPath: string
  mail: MailKind
  captcha: CaptchaWidget | undefined
}

/** Says where the verification mail went, and sends it again. */
export function CheckMail({ nextPath, mail, captcha }: CheckMailProps) {
  const hydrated = useHydrated()
  const [sentTo, setSentTo] = useState<string>()
  const pending = hydrated ? readPendingAddress() : ''
  const { errors, busy, attempt, onSubmit } = useAuthForm({
    fields: ['email'],
    check: ({ email }: { email: string }) => checkEmail(email),
    send: ({ email }, options) =>
      authClient.sendVerificationEmail({ email: email.trim(), callbackURL: nextPath }, options),
    onDone(_answer, { email }) {
      setSentTo(email.trim())
      return 'staying'
    },
  })
  return (
    <>
      <div className={styles.words}>
        <p>
          {pending ? (
            <>
              We’ve sent a link to <strong>{pending}</strong>.
            </>
          ) : (
            'We’ve sent you a link.'
          )}{' '}
          Open it to confirm your address; it works for one hour.
        </p>
        <MailHint mail={mail} />
      </div>
      <LiveForm className={styles.again} onSubmit={onSubmit}>
        <h2 className={styles.question}>Didn’t get it?</h2>
        <TextField
          key={pending}
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={pending}
          error={errors.email}
          required
        />
        <Captcha widget={captcha} attempt={attempt} />
        {errors.form && <Notice>{errors.form}</Notice>}
        {sentTo && (
          <p className={styles.said} role="status">
            If an account waits for {sentTo} to be confirmed, a new link is on its way.
          </p>
        )}
        <Button type="submit" wide disabled={busy}>
          {busy ? 'Sending…' : 'Send the link again'}
        </Button>
      </LiveForm>
      <p className={styles.other}>
        Confirmed already? <a href={withNext('/login', nextPath)}>Sign in</a>
      </p>
    </>
  )
}
