import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { type ApiTokenSettings, mintApiToken } from '../../src/auth/api-token.ts'
import { type Answer, ask, type Json } from './ask.ts'

/** Somebody who has signed up and in, with a token of that session. */
export interface Person {
  name: string
  email: string
  userId: string
  sessionId: string
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
  async function gql<Data>(query: string, variables?: Record<string, unknown>) {
    return ask<Data>(app.url, { query, variables }, { authorization: `Bearer ${token}` })
  }
  async function data<Data>(query: string, variables?: Record<string, unknown>) {
    const answer = await gql<Data>(query, variables)
    if (answer.status === 200 && !answer.errors) return answer.data
    throw new Error(`Data was expected for ${name}, found ${answer.status}: ${answer.text}`)
  }
  return { name, email, userId, sessionId, token, gql, data }
}

async function insertPerson(owner: Kysely<Json>, name: string) {
  const [userId, sessionId] = [makeId(), makeId()]
  const email = `${name}.${userId}@example.com`.toLowerCase()
  await owner.insertInto('auth_user').values({ id: userId, name, email }).execute()
  await owner
    .insertInto('auth_session')
    .values({
      id: sessionId,
      user_id: userId,
      token: makeId(),
      expires_at: new Date(Date.now() + oneHourMs),
    })
    .execute()
  return { userId, sessionId, email }
}

function makeId(): string {
  return randomBytes(16).toString('hex')
}
