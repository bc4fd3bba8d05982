import { type Mail, writeMail } from '../../mail/mail.ts'

export type EndingToken = {
  name: string
  /** When and in which zone, in words. */
  when: string
  usefulSeconds: number
}

/** To somebody whose access token will soon expire. */
export function tokenEndsMail(
  to: string,
  { name, when, usefulSeconds }: EndingToken,
  url: string,
): Mail {
  return writeMail({
    kind: 'access token ends',
    to,
    usefulSeconds,
    subject: 'An access token is about to expire',
    paragraphs: [
      `The access token “${name}” of your Tend account expires on ${when}. From then on the programs that use it are refused.`,
      'Do you still need it? Create a new one and give it to them. If not, there is nothing to do.',
    ],
    action: { label: 'Review your access tokens', url },
  })
}
