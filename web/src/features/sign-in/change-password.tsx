'use client'

import { useState } from 'react'
import { authClient } from '../../auth/browser/auth.client.ts'
import { passwordLength } from '../../auth/rules/profile-rules.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { LiveForm } from '../../ui/hydration/live-form.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import { Section } from '../../ui/page/section.tsx'
import styles from './auth-form.module.css'
import { checkPasswordChange } from './form-errors.ts'
import { useAuthForm } from './use-auth-form.ts'
import { UsernameForManager } from './username-for-manager.tsx'

type Values = { currentPassword: string; password: string }

/** The password of somebody who has one. */
export function ChangePassword({ email }: { email: string }) {
  const [done, setDone] = useState(false)
  const { errors, busy, onSubmit } = useAuthForm({
    fields: ['currentPassword', 'password'],
    check(values: Values) {
      setDone(false)
      return checkPasswordChange(values)
    },
    send: ({ currentPassword, password }) =>
      authClient.changePassword({ currentPassword, newPassword: password }),
    onDone() {
      setDone(true)
      return 'staying'
    },
  })
  return (
    <Section title="Password" hint="Changing it signs you out on all other devices.">
      <LiveForm className={styles.form} onSubmit={onSubmit}>
        <UsernameForManager email={email} />
        <TextField
          label="Current password"
          name="currentPassword"
          type="password"
          autoComplete="current-password"
          error={errors.currentPassword}
          required
        />
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
        {errors.form && <Notice>{errors.form}</Notice>}
        {done && (
          <p className={styles.said} role="status">
            Your password is changed. You are signed out everywhere else.
          </p>
        )}
        <div>
          <Button type="submit" disabled={busy}>
            {busy ? 'Changing…' : 'Change password'}
          </Button>
        </div>
      </LiveForm>
    </Section>
  )
}
