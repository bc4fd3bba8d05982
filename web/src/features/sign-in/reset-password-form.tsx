'use client'

import { authClient } from '../../auth/browser/auth.client.ts'
import { withNext } from '../../auth/browser/next-path.ts'
import { passwordLength } from '../../auth/rules/profile-rules.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { LiveForm } from '../../ui/hydration/live-form.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import styles from './auth-form.module.css'
import { checkNewPassword } from './form-errors.ts'
import { leaveFor, useAuthForm } from './use-auth-form.ts'
import { UsernameForManager } from './username-for-manager.tsx'

export type ResetPasswordFormProps = { token: string; email: string; nextPath: string }

export function ResetPasswordForm({ token, email, nextPath }: ResetPasswordFormProps) {
  const { errors, busy, onSubmit } = useAuthForm({
    fields: ['password'],
    check: checkNewPassword,
    send: ({ password }: { password: string }) =>
      authClient.resetPassword({ newPassword: password, token }),
    onDone() {
      const login = new URL(withNext('/login', nextPath), window.location.origin)
      login.searchParams.set('done', 'password')
      return leaveFor(login.pathname + login.search)
    },
  })
  return (
    <LiveForm className={styles.form} onSubmit={onSubmit}>
      <p className={styles.words}>
        For {email}. Whoever is signed in with the old password will be signed out, and access
        tokens will be revoked.
      </p>
      <UsernameForManager email={email} />
      <TextField
        label="New password"
        name="password"
        type="password"
        autoComplete="new-password"
        hint={`${passwordLength.min} characters or more.`}
        error={errors.password}
        minLength={passwordLength.min}
        required
      />
      {errors.form && (
        <Notice>
          {errors.form} <a href={withNext('/forgot-password', nextPath)}>Ask for a new link</a>
        </Notice>
      )}
      <Button look="primary" type="submit" wide disabled={busy}>
        {busy ? 'Saving…' : 'Save password'}
      </Button>
    </LiveForm>
  )
}
