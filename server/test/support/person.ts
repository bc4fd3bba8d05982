import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { type ApiTokenSettings, mintApiToken } from '../../src/auth/api-token.ts'
import { type Answer, ask, type Json } from './ask.ts'

/** Somebody who has signed up and in, with a token of that session. */
export interface Person extends Bearer {
  email: string
  userId: string
  sessionId: string
}

/** Whoever has a token. */
export type Bearer = {
  /** Used in messages. */
  name: string
  /** The API's, without a slash at the end. */
  url: string
  token: string
  /** Sends an operation with the token. */
  gql<Data = Json>(query: string, variables?: Record<string, unknown>): Promise<Answer<Data>>
  /** The same, and gives the data. @throws Error with the answer when there are errors in it */
  data<Data = Json>(query: string, variables?: Record<string, unknown>): Promise<Data>
}

const oneHourMs = 3_600_000

/** Signs somebody up the way Better Auth leaves it in the tables; ids have its form. */
export async function createPerson(
  app: { url: string; owner: Kysely<Json>; token: ApiTokenSettings },
  name: string,
): Promise<Person> {
  const { userId, sessionId, email } = await insertPerson(app.owner, name)
  const token = await mintApiToken({ userId, sessionId }, app.token)
  return { email, userId, sessionId, ...speakWith({ name, url: app.url, token }) }
}

/** What can be said to the API with a token. */
export function speakWith(bearer: Pick<Bearer, 'name' | 'url' | 'token'>): Bearer {
  const { name, url, token } = bearer
  async function gql<Data>(query: string, variables?: Record<string, unknown>) {
    return ask<Data>(url, { query, variables }, { authorization: `Bearer ${token}` })
  }
  async function data<Data>(query: string, variables?: Record<string, unknown>) {
    const answer = await gql<Data>(query, variables)
    if (answer.status === 200 && !answer.errors) return answer.data
    throw new Error(`Data was expected for ${name}, found ${answer.status}: ${answer.text}`)
  }
  return { ...bearer, gql, data }
}

async function insertPerson(owner: Kysely<Json>, name: string) {
  const userId = makeId()
  const email = `${name}.${userId}@example.com`.toLowerCase()
  await owner.insertInto('auth_user').values({ id: userId, name, email }).execute()
  const sessionId = await insertSession(owner, userId)
  return { userId, sessionId, email }
}

/** Signs a person in on one more device, and gives the id of the session. */
export async function insertSession(
  owner: Kysely<Json>,
  userId: string,
  columns: Record<string, unknown> = {},
): Promise<string> {
  const id = makeId()
  const expiresAt = new Date(Date.now() + oneHourMs)
  await owner
    .insertInto('auth_session')
    .values({ id, user_id: userId, token: makeId(), expires_at: expiresAt, ...columns })
    .execute()
  return id
}

function makeId(): string {
  return randomBytes(16).toString('hex')
}
