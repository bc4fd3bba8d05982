import type { ServerResponse } from 'node:http'
import type { Viewer } from '../auth/viewer.ts'

/** Adds an access token's end to each answer, so that a program can get another one in time. */
export function setExpiryHeader(response: ServerResponse, { tokenExpiresAt }: Viewer): void {
  if (tokenExpiresAt !== undefined) response.setHeader('x-token-expires-at', tokenExpiresAt)
}
