'use client'

import { useState } from 'react'
import { authClient } from '../../auth/browser/auth.client.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { LiveForm } from '../../ui/hydration/live-form.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import { Section } from '../../ui/page/section.tsx'
import styles from './auth-form.module.css'
import { checkEmail } from './form-errors.ts'
import { MailHint, type MailKind } from './mail-hint.tsx'
import { SendLink } from './send-link.tsx'
import { useAuthForm } from './use-auth-form.ts'

const here = '/settings/sign-in'

export type ChangeEmailProps = { email: string; confirmed: boolean; mail: MailKind }

/** The address of the account: whether it is confirmed, and how to change it. */
export function ChangeEmail({ email, confirmed, mail }: ChangeEmailProps) {
  return (
    <Section
      title="E-mail"
      hint={
        <>
          <strong>{email}</strong> {confirmed ? '· confirmed' : '· not confirmed yet'}
        </>
      }
    >
      {!confirmed && mail !== 'off' && (
        <SendLink
          label="Send the link to confirm it"
          done={`A link is on its way to ${email}. It works for one hour.`}
          send={() => authClient.sendVerificationEmail({ email, callbackURL: here })}
        />
      )}
      {mail !== 'off' && <NewAddressForm email={email} confirmed={confirmed} />}
      <MailHint mail={mail} />
    </Section>
  )
}

function NewAddressForm({ email, confirmed }: { email: string; confirmed: boolean }) {
  const [asked, setAsked] = useState<string>()
  const { errors, busy, onSubmit } = useAuthForm({
    fields: ['email'],
    check(values: { email: string }) {
      setAsked(undefined)
      return isSame(values.email, email)
        ? { email: 'This is your address already.' }
        : checkEmail(values.email)
    },
    send: (values) => authClient.changeEmail({ newEmail: values.email.trim(), callbackURL: here }),
    onDone(_answer, values) {
      setAsked(values.email.trim())
      return 'staying'
    },
  })
  return (
    <LiveForm className={styles.form} onSubmit={onSubmit}>
      <TextField
        label="New address"
        name="email"
        type="email"
        autoComplete="email"
        hint={
          confirmed
            ? 'We write to your present address first, and to the new one once you have agreed.'
            : 'We write to the new address; the change is made once you have confirmed it.'
        }
        error={errors.email}
        required
      />
      {errors.form && <Notice>{errors.form}</Notice>}
      {asked && (
        <p className={styles.said} role="status">
          {confirmed
            ? `If ${asked} is free, we’ve written to ${email}. Agree there, then confirm at the new address.`
            : `If ${asked} is free, a link is on its way there.`}
        </p>
      )}
      <div>
        <Button type="submit" disabled={busy}>
          {busy ? 'Sending…' : 'Change address'}
        </Button>
      </div>
    </LiveForm>
  )
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.toLowerCase()
}
