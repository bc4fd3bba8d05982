'use client'

import { authClient } from '../../auth/browser/auth.client.ts'
import { sendWithTimeZone } from '../../auth/browser/browser-time-zone.ts'
import { withNext } from '../../auth/browser/next-path.ts'
import type { Provider } from '../../auth/providers.ts'
import type { CaptchaWidget } from '../../auth/rules/captcha.ts'
import { passwordLength } from '../../auth/rules/profile-rules.ts'
import { invitationHeader } from '../../auth/rules/sign-up-mode.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { LiveForm } from '../../ui/hydration/live-form.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import styles from './auth-form.module.css'
import { Captcha } from './captcha.tsx'
import { checkSignUp } from './form-errors.ts'
import { askToConfirm } from './pending-address.ts'
import { ProviderButtons } from './provider-buttons.tsx'
import { leaveFor, useAuthForm } from './use-auth-form.ts'

export type SignUpFormProps = {
  nextPath: string
  providers: readonly Provider[]
  captcha: CaptchaWidget | undefined
  /** The invitation from the address, where one is needed. */
  invitation: string | undefined
}

type Values = { name: string; email: string; password: string }

export function SignUpForm({ nextPath, providers, captcha, invitation }: SignUpFormProps) {
  const invited: Record<string, string> = invitation ? { [invitationHeader]: invitation } : {}
  const { errors, busy, attempt, onSubmit } = useAuthForm({
    fields: ['name', 'email', 'password'],
    check: checkSignUp,
    send: ({ name, email, password }: Values, options) =>
      sendWithTimeZone((zone) =>
        authClient.signUp.email(
          { name: name.trim(), email: email.trim(), password, ...zone, callbackURL: nextPath },
          { headers: { ...options.headers, ...invited } },
        ),
      ),
    // Without a session the address has to be confirmed first.
    onDone: ({ data }, { email }) =>
      data?.token ? leaveFor(nextPath) : askToConfirm(email, nextPath),
  })
  return (
    <>
      {/* Should the script not run, a password must not end up in the address. */}
      <LiveForm className={styles.form} onSubmit={onSubmit}>
        <TextField label="Name" name="name" autoComplete="name" error={errors.name} required />
        <TextField
          label="E-mail"
          name="email"
          type="email"
          autoComplete="email"
          error={errors.email}
          required
        />
        <TextField
          label="Password"
          name="password"
          type="password"
          autoComplete="new-password"
          hint={`${passwordLength.min} characters or more.`}
          error={errors.password}
          minLength={passwordLength.min}
          required
        />
        <Captcha widget={captcha} attempt={attempt} />
        {errors.form && <Notice>{errors.form}</Notice>}
        <Button look="primary" type="submit" wide disabled={busy}>
          {busy ? 'Creating your account…' : 'Create account'}
        </Button>
      </LiveForm>
      <ProviderButtons providers={providers} nextPath={nextPath} headers={invited} />
      <p className={styles.other}>
        Have an account? <a href={withNext('/login', nextPath)}>Sign in</a>
      </p>
    </>
  )
}
