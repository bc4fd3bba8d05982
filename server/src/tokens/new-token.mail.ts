import { type TokenScope, tokenScopes } from '../auth/viewer.ts'
import { type Mail, writeMail } from '../mail/mail.ts'

export type NewToken = {
  name: string
  scopes: readonly TokenScope[]
  /** When and in which zone, in words. */
  when: string
}

const words: Readonly<Record<TokenScope, string>> = {
  'tasks:read': 'read your tasks',
  'tasks:write': 'change your tasks',
  'account:read': 'see your name and e-mail',
}

/** To somebody in whose account an access token was created: it outlives the session that did it. */
export function newTokenMail(to: string, { name, scopes, when }: NewToken, url: string): Mail {
  const allowed = tokenScopes.filter((scope) => scopes.includes(scope)).map((scope) => words[scope])
  return writeMail({
    kind: 'new access token',
    to,
    subject: 'New access token',
    paragraphs: [
      `The access token “${name}” was created for your Tend account on ${when}. Programs that have it can ${new Intl.ListFormat('en-GB').format(allowed)}.`,
      'If it was you, there is nothing to do. If not, revoke the token and change your password.',
    ],
    action: { label: 'Review your access tokens', url },
  })
}
