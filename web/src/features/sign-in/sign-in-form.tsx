'use client'

import { authClient } from '../../auth/auth.client.ts'
import { withNext } from '../../auth/next-path.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './auth-form.module.css'
import { checkSignIn } from './form-errors.ts'
import { ProviderButtons, type ProviderName } from './provider-buttons.tsx'
import { useAuthForm } from './use-auth-form.ts'

export type SignInFormProps = {
  nextPath: string
  providers: readonly ProviderName[]
  /** The person comes back from a provider that didn't sign them in. */
  providerFailed: boolean
}

export function SignInForm({ nextPath, providers, providerFailed }: SignInFormProps) {
  const { errors, busy, onSubmit } = useAuthForm({
    fields: ['email', 'password'],
    check: checkSignIn,
    send: ({ email, password }: { email: string; password: string }) =>
      authClient.signIn.email({ email: email.trim(), password }),
    nextPath,
  })
  return (
    <>
      {/* Should the script not run, a password must not end up in the address. */}
      <form className={styles.form} method="post" onSubmit={onSubmit} noValidate>
        {providerFailed && !errors.form && <Notice>Signing in didn’t work. Try once more.</Notice>}
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
        {errors.form && <Notice>{errors.form}</Notice>}
        <Button look="primary" type="submit" wide disabled={busy}>
          {busy ? 'Signing in…' : 'Sign in'}
        </Button>
      </form>
      <ProviderButtons providers={providers} nextPath={nextPath} />
      <p className={styles.other}>
        New here? <a href={withNext('/signup', nextPath)}>Create an account</a>
      </p>
    </>
  )
}
