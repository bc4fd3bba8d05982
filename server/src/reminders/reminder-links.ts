import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { MailSecrets } from '../mail/sealed-mail.ts'

/** What a link in a mail is for: one reminder that has rung, or all mails of a kind. */
export type LinkPurpose =
  | { userId: string; for: 'reminder'; taskId: string; reminderId: string }
  | { userId: string; for: 'mails' | 'summary' }

export type ReminderLink = LinkPurpose & { expiresMs: number }

/** What links are made of, and the address of the API they lead to. */
export type LinkMaker = { secrets: MailSecrets; apiUrl: string }

const linkDays = 14
const dayMs = 86_400_000

/**
 * The address of the page of a link, which works for two weeks. Whoever has it can do what it is for, and nothing
 * else.
 */
export function makeLink(
  purpose: LinkPurpose,
  nowMs: number,
  { secrets, apiUrl }: LinkMaker,
): string {
  const path = purpose.for === 'reminder' ? '/reminders' : '/reminders/unsubscribe'
  const link = { ...purpose, expiresMs: nowMs + linkDays * dayMs }
  return `${apiUrl}${path}?link=${sign(link, secrets)}`
}

function sign(link: ReminderLink, { current }: MailSecrets): string {
  const content = Buffer.from(JSON.stringify(link)).toString('base64url')
  return `${content}.${makeSignature(content, current).toString('base64url')}`
}

/** What a link is for; undefined for one that isn't ours, or is too old. */
export function readLink(
  text: string,
  { current, previous }: MailSecrets,
  now: Date,
): ReminderLink | undefined {
  const [content = '', given = '', ...more] = text.split('.')
  const signature = Buffer.from(given, 'base64url')
  const isOurs = [current, ...(previous ? [previous] : [])].some((secret) => {
    const expected = makeSignature(content, secret)
    return signature.length === expected.length && timingSafeEqual(signature, expected)
  })
  if (!isOurs || more.length > 0) return undefined
  const link = JSON.parse(Buffer.from(content, 'base64url').toString()) as ReminderLink
  return link.expiresMs > now.getTime() ? link : undefined
}

function makeSignature(content: string, secret: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'tend:reminder-link:v1', 32))
  return createHmac('sha256', key).update(content).digest()
}
