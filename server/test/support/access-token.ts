import type { Json } from './ask.ts'
import { type Bearer, type Person, speakWith } from './person.ts'
import { runMutation } from './run-mutation.ts'

type Made = {
  accessToken: Json
  /** The holder of the token. */
  bearer: Bearer
}

/** Creates a person's access token as their settings do; by default it may read and change tasks. */
export async function createAccessToken(
  person: Person,
  input: { name?: string; scopes?: string[]; expiresAt?: string | null } = {},
): Promise<Made> {
  const { accessToken, token } = await runMutation(
    person,
    'createAccessToken',
    { name: 'A script', scopes: ['TASKS_READ', 'TASKS_WRITE'], ...input },
    'token accessToken { id name scopes expiresAt lastUsedAt createdAt }',
  )
  const bearer = speakWith({ name: accessToken.name, url: person.url, token })
  return { accessToken, bearer }
}
