import { longestWebhookUrl } from '../domain/limits.ts'
import { isPublicAddress, readLiteralAddress } from '../outgoing/public-address.ts'

/**
 * What is wrong with the address of a webhook. The server sends requests to it, so it must be https and not name an
 * address of a private network, unless the operator has named its origin. Where a name leads is checked when it is
 * sent to.
 */
export function findWebhookUrlProblem(
  text: string,
  trustedOrigins: readonly string[],
): string | undefined {
  if (text.length > longestWebhookUrl)
    return `The url has ${text.length} characters, and the limit is ${longestWebhookUrl}.`
  const url = URL.parse(text)
  if (!url)
    return 'The url isn’t complete. Write it with its scheme, such as https://example.com/tend.'
  if (url.username || url.password)
    return 'The url contains a user name or a password. Put a secret into its path instead.'
  if (trustedOrigins.includes(url.origin)) return undefined
  if (url.protocol !== 'https:')
    return 'The url must begin with https://. The operator of this server can allow another origin in WEBHOOK_ORIGINS.'
  const literal = readLiteralAddress(url.hostname)
  const isLocal = /(^|\.)localhost\.?$/.test(url.hostname)
  if (isLocal || (literal !== undefined && !isPublicAddress(literal)))
    return 'The url leads to no public address. The operator of this server can allow its origin in WEBHOOK_ORIGINS.'
  return undefined
}
