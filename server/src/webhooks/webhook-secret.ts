import { createHmac, randomBytes } from 'node:crypto'
import { type SealSecrets, seal, unseal } from '../seal.ts'

const prefix = 'whsec_'
/** Standard Webhooks takes 24 to 64. */
const secretBytes = 32
const purpose = 'tend:webhook-secret:v1'

/** A new secret, in the form of Standard Webhooks. */
export function makeWebhookSecret(): string {
  return `${prefix}${randomBytes(secretBytes).toString('base64')}`
}

/** For the database, whose readers must not be able to sign. */
export function sealWebhookSecret(secret: string, secrets: SealSecrets): Buffer {
  return seal(secret, purpose, secrets)
}

/** Undefined when it was sealed by a secret of the installation that isn't known any more. */
export function openWebhookSecret(sealed: Uint8Array, secrets: SealSecrets) {
  return unseal(sealed, purpose, secrets)
}

/**
 * The headers by which a receiver knows that a body is ours (Standard Webhooks 1.0.0): one signature for each
 * secret. The body must be sent as it is.
 */
export function signWebhook(
  { id, body }: { id: string; body: Buffer },
  secrets: readonly string[],
  nowMs: number,
): Record<string, string> {
  const timestamp = String(Math.floor(nowMs / 1_000))
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(prefix.length), 'base64')
    const digest = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body)
    return `v1,${digest.digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  }
}
