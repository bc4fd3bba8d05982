import { longestPushEndpoint } from '../limits.ts'

/** The push services of browsers, by host, and by the ends of those that have many. */
const hosts = ['fcm.googleapis.com']
const hostEnds = ['.push.services.mozilla.com', '.notify.windows.com', '.push.apple.com']

/** Whether it is one of the services that every browser's vendor runs. */
export function isKnownPushService({ protocol, port, hostname }: URL): boolean {
  const isNamed = hosts.includes(hostname) || hostEnds.some((end) => hostname.endsWith(end))
  return protocol === 'https:' && port === '' && isNamed
}

/**
 * What is wrong with the address at which a browser wants to be reached. It comes from a client, and the server
 * sends requests to it: so only services that are known by name are accepted, and those that the operator
 * adds by their origins.
 */
export function findEndpointProblem(
  endpoint: string,
  moreOrigins: readonly string[],
): string | undefined {
  if (endpoint.length > longestPushEndpoint)
    return `The endpoint has more than ${longestPushEndpoint} characters.`
  const url = URL.parse(endpoint)
  if (!url || url.username || url.password)
    return 'The endpoint isn’t an address as browsers give them. Send PushSubscription.endpoint unchanged.'
  if (isKnownPushService(url) || moreOrigins.includes(url.origin)) return undefined
  return 'The endpoint is of no push service that this server sends to. Its operator can add one in PUSH_ORIGINS.'
}

/** Whether a device may be sent what shows nothing. Apple's end a subscription for that. */
export function takesSilentPushes(endpoint: string): boolean {
  return !URL.parse(endpoint)?.hostname.endsWith('.push.apple.com')
}
