'use client'

import { type FormEvent, useState } from 'react'
import { authClient } from '../../auth/browser/auth.client.ts'
import { loginPath } from '../../auth/browser/next-path.ts'
import { announceSignOut } from '../../auth/browser/page-person.ts'
import { clearDrafts } from '../../model/drafts/clear-drafts.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import { unreachable } from './call-api.ts'
import styles from './data.module.css'

const word = 'delete'

type Errors = { word?: string; password?: string; form?: string; isStale?: boolean }

/** Says what will happen, and asks for the word and the password. */
export function DeleteForm({ hasPassword }: { hasPassword: boolean }) {
  const [errors, setErrors] = useState<Errors>({})
  const [busy, setBusy] = useState(false)

  async function submit(form: FormData): Promise<void> {
    const found = check(form, hasPassword)
    setErrors(found)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    const password = String(form.get('password') ?? '')
    const { error } = await authClient
      .deleteUser(hasPassword ? { password } : {})
      .catch(() => ({ error: {} }))
    // A whole page load: nothing of the account must be left in memory.
    if (!error) {
      clearDrafts()
      announceSignOut()
      return window.location.assign('/goodbye')
    }
    setBusy(false)
    setErrors(explain(error))
  }

  return (
    <form
      className={styles.form}
      method="post"
      noValidate
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault()
        if (!busy) void submit(new FormData(event.currentTarget))
      }}
    >
      <div className={styles.text}>
        <p>This can’t be undone. It deletes, at once and for good:</p>
        <ul>
          <li>all tasks, lists, tags and views, those in the trash too</li>
          <li>your profile and every way to sign in</li>
          <li>
            all sessions, access tokens, calendar addresses and webhooks; programs that use them
            lose access
          </li>
        </ul>
      </div>
      <TextField
        label={`Type “${word}” to confirm`}
        name="word"
        autoComplete="off"
        autoCapitalize="none"
        error={errors.word}
      />
      {hasPassword && (
        <TextField
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          error={errors.password}
        />
      )}
      {errors.form && (
        <Notice>
          {errors.form}
          {errors.isStale && <a href={loginPath('/settings/data')}>Sign in again</a>}
        </Notice>
      )}
      <FormActions>
        <Button look="danger" type="submit" disabled={busy}>
          {busy ? 'Deleting everything…' : 'Delete account for good'}
        </Button>
      </FormActions>
    </form>
  )
}

function check(form: FormData, hasPassword: boolean): Errors {
  const typed = String(form.get('word') ?? '')
    .trim()
    .toLowerCase()
  return {
    ...(typed !== word && { word: `Type the word “${word}”.` }),
    ...(hasPassword && !form.get('password') && { password: 'Enter your password.' }),
  }
}

function explain({ code, status }: { code?: string | undefined; status?: number }): Errors {
  if (code === 'INVALID_PASSWORD') return { password: 'The password is wrong.' }
  if (code === 'SESSION_EXPIRED')
    return { form: 'You signed in a while ago. To be sure it is you:', isStale: true }
  if (status === 401) return { form: 'You are not signed in any more:', isStale: true }
  if (status === 429) return { form: 'Too many attempts. Wait a few minutes and try again.' }
  return { form: unreachable }
}
