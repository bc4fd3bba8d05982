'use client'

import { authClient } from '../../auth/browser/auth.client.ts'
import { Section } from '../../ui/page/section.tsx'
import { MailHint, type MailKind } from './mail-hint.tsx'
import { SendLink } from './send-link.tsx'

/** For somebody who signs in with an account from elsewhere: a link by mail sets a first password. */
export function SetPassword({ email, mail }: { email: string; mail: MailKind }) {
  return (
    <Section
      title="Password"
      hint="You sign in without one. A link to your address lets you choose one."
    >
      {mail !== 'off' && (
        <SendLink
          label="Send the link"
          done={`A link is on its way to ${email}. It works for one hour.`}
          send={() => authClient.requestPasswordReset({ email, redirectTo: '/settings/sign-in' })}
        />
      )}
      <MailHint mail={mail} />
    </Section>
  )
}
