'use client'

import { authClient } from '../../auth/browser/auth.client.ts'
import { withNext } from '../../auth/browser/next-path.ts'
import type { Provider } from '../../auth/providers.ts'
import type { CaptchaWidget } from '../../auth/rules/captcha.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { LiveForm } from '../../ui/hydration/live-form.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import styles from './auth-form.module.css'
import { Captcha } from './captcha.tsx'
import { checkSignIn } from './form-errors.ts'
import { askToConfirm } from './pending-address.ts'
import { ProviderButtons } from './provider-buttons.tsx'
import { leaveFor, useAuthForm } from './use-auth-form.ts'

export type SignInFormProps = {
  nextPath: string
  providers: readonly Provider[]
  captcha: CaptchaWidget | undefined
  /** Why the provider from which the person comes back didn't sign them in. */
  providerProblem: string | undefined
  /** Whether strangers may make an account. */
  signUpIsOpen: boolean
  /** The person has just chosen a new password. */
  passwordChosen: boolean
}

export function SignInForm({
  nextPath,
  providers,
  captcha,
  providerProblem,
  signUpIsOpen,
  passwordChosen,
}: SignInFormProps) {
  const { errors, busy, attempt, onSubmit } = useAuthForm({
    fields: ['email', 'password'],
    check: checkSignIn,
    async send({ email, password }: { email: string; password: string }, options) {
      const { error } = await authClient.signIn.email(
        { email: email.trim(), password, callbackURL: nextPath },
        options,
      )
      const unconfirmed = error?.code === 'EMAIL_NOT_VERIFIED'
      return { error: unconfirmed ? null : error, unconfirmed }
    },
    onDone: ({ unconfirmed }, { email }) =>
      unconfirmed ? askToConfirm(email, nextPath) : leaveFor(nextPath),
  })
  return (
    <>
      {/* Should the script not run, a password must not end up in the address. */}
      <LiveForm className={styles.form} onSubmit={onSubmit}>
        {passwordChosen && (
          <p className={styles.said} role="status">
            Your password is changed. Sign in with the new one.
          </p>
        )}
        {providerProblem && !errors.form && <Notice>{providerProblem}</Notice>}
        <TextField
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          error={errors.email}
          required
        />
        <TextField
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          error={errors.password}
          required
        />
        <p className={styles.aside}>
          <a href={withNext('/forgot-password', nextPath)}>Forgot your password?</a>
        </p>
        <Captcha widget={captcha} attempt={attempt} />
        {errors.form && <Notice>{errors.form}</Notice>}
        <Button look="primary" type="submit" wide disabled={busy}>
          {busy ? 'Signing in…' : 'Sign in'}
        </Button>
      </LiveForm>
      <ProviderButtons providers={providers} nextPath={nextPath} />
      {signUpIsOpen && (
        <p className={styles.other}>
          New here? <a href={withNext('/signup', nextPath)}>Create an account</a>
        </p>
      )}
    </>
  )
}
