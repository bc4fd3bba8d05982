'use client'

import { authClient } from '../../auth/auth.client.ts'
import { withNext } from '../../auth/next-path.ts'
import { passwordLength } from '../../auth/profile-rules.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './auth-form.module.css'
import { checkSignUp } from './form-errors.ts'
import { ProviderButtons, type ProviderName } from './provider-buttons.tsx'
import { useAuthForm } from './use-auth-form.ts'

export type SignUpFormProps = { nextPath: string; providers: readonly ProviderName[] }

type Values = { name: string; email: string; password: string }

export function SignUpForm({ nextPath, providers }: SignUpFormProps) {
  const { errors, busy, onSubmit } = useAuthForm({
    fields: ['name', 'email', 'password'],
    check: checkSignUp,
    send: ({ name, email, password }: Values) =>
      authClient.signUp.email({
        name: name.trim(),
        email: email.trim(),
        password,
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      }),
    nextPath,
  })
  return (
    <>
      {/* Should the script not run, a password must not end up in the address. */}
      <form className={styles.form} method="post" onSubmit={onSubmit} noValidate>
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
        {errors.form && <Notice>{errors.form}</Notice>}
        <Button look="primary" type="submit" wide disabled={busy}>
          {busy ? 'Creating your account…' : 'Create account'}
        </Button>
      </form>
      <ProviderButtons providers={providers} nextPath={nextPath} />
      <p className={styles.other}>
        Have an account? <a href={withNext('/login', nextPath)}>Sign in</a>
      </p>
    </>
  )
}
