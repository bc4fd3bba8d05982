import type { ServerResponse } from 'node:http'
import type { Viewer } from '../auth/viewer.ts'

/** Names the end of an access token beside each answer, so that a program can ask for another in time. */
export function tellExpiry(response: ServerResponse, { tokenExpiresAt }: Viewer): void {
  if (tokenExpiresAt !== undefined) response.setHeader('x-token-expires-at', tokenExpiresAt)
}
