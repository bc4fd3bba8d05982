import { type SealSecrets, seal, unseal } from '../seal.ts'
import type { Mail } from './mail.ts'

export type MailSecrets = SealSecrets

const purpose = 'tend:mail-outbox:v1'

/** Encrypts a mail for the database, whose readers must not get its links. */
export function sealMail(mail: Mail, secrets: MailSecrets): Buffer {
  return seal(JSON.stringify(mail), purpose, secrets)
}

/** Decrypts a mail; undefined when it was encrypted with neither secret. */
export function openMail(sealed: Buffer, secrets: MailSecrets): Mail | undefined {
  const opened = unseal(sealed, purpose, secrets)
  return opened && JSON.parse(opened.text)
}
