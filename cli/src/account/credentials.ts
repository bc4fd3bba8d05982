import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from '../environment.ts'
import { failNotSignedIn, failUsage } from '../failure.ts'
import { readPrivateFile, writePrivateFile } from './private-file.ts'

export const usualUrl = 'http://localhost:4000'

/** With what, and where, somebody is signed in. */
export type Credentials = { url: string; token: string }

export function fileOfCredentials({ configFolder }: Environment): string {
  return join(configFolder, 'credentials.json')
}

/**
 * What the environment says goes before what is stored. But a stored token is sent only to the address that it
 * was stored for: whoever can set a variable must not get it.
 *
 * @throws Failure when there is no token for the address
 */
export function getCredentials(environment: Environment): Credentials {
  const stored = findStored(environment)
  const url = checkUrl(environment.apiUrl ?? stored?.url ?? usualUrl)
  if (environment.token) return { url, token: checkToken(environment.token) }
  if (!stored)
    throw failNotSignedIn(
      'You aren’t signed in. Make an access token in Tend’s settings, under Access tokens, and run tend login; or set TEND_TOKEN and TEND_API_URL.',
    )
  if (stored.url !== url)
    throw failNotSignedIn(
      `You are signed in at ${stored.url}, and TEND_API_URL says ${url}. Set TEND_TOKEN to a token for that address too, or run tend login.`,
    )
  return stored
}

export function findStored(environment: Environment): Credentials | undefined {
  const { url, token } = (readPrivateFile(fileOfCredentials(environment)) ??
    {}) as Partial<Credentials>
  return url && token ? { url, token } : undefined
}

export function storeCredentials(environment: Environment, credentials: Credentials): void {
  writePrivateFile(fileOfCredentials(environment), credentials)
}

export function deleteCredentials(environment: Environment): void {
  rmSync(fileOfCredentials(environment), { force: true })
}

/**
 * What can be sent as a token.
 *
 * @throws Failure for anything else
 */
export function checkToken(text: string): string {
  if (/^[\x21-\x7e]+$/.test(text)) return text
  throw failNotSignedIn(
    'An access token was expected, on one line: tend_pat_ and 49 letters and digits. What was found has other signs in it.',
  )
}

/**
 * The address without a slash at the end.
 *
 * @throws Failure when it is none
 */
export function checkUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.search && !url.hash)
    return url.href.replace(/\/(graphql\/?)?$/, '')
  throw failUsage(
    `The API’s address should be like ${usualUrl} or https://api.tend.example.com, found ${text}.`,
  )
}
