import { isLocalMailKey } from '@tend/server/mail/local-mail-address'
import { listLocalMails } from '@tend/server/mail/local-mailbox'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getWebEnv } from '../../env.ts'
import { LocalMails } from '../../features/local-mail/local-mails.tsx'

export const metadata: Metadata = { title: 'Mail', referrer: 'no-referrer' }

type Props = { searchParams: Promise<{ key?: string | string[] }> }

/** The mails of the embedded default, for people who have the key from the terminal. */
export default async function MailPage({ searchParams }: Props) {
  const { mail, secrets } = getWebEnv()
  const { key } = await searchParams
  if (mail.kind !== 'local' || !isLocalMailKey(key, secrets.current)) notFound()
  return <LocalMails mails={listLocalMails()} />
}
