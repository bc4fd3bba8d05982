import { connectDatabase } from '@tend/server/db'
import { afterEach, expect, test, vi } from 'vitest'
import { createAuth } from '../src/auth/auth.server.ts'
import { answerAuthRequest } from '../src/auth/auth-endpoint.ts'
import { readWebEnv } from '../src/env.ts'

afterEach(() => vi.restoreAllMocks())

const config = readWebEnv({
  BETTER_AUTH_SECRET: 'a-Secret-of-good-length-9182-kdkw-xyz',
  // Nothing listens on the first port.
  DATABASE_URL: 'postgres://user:hunter2@127.0.0.1:1/tend',
})
const { owner } = connectDatabase({
  databaseUrl: config.databaseUrl,
  embedded: { dataDir: config.dataDir, secret: config.secrets.current },
  pool: config.pool,
})
const auth = createAuth(config, owner)

test('while the database is unavailable, the answer says so and when to retry', async () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const response = await signIn('{"email":"ada@example.com","password":"correct horse"}')
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('5')
  const lines = written.mock.calls.join('')
  expect(lines).toContain('ECONNREFUSED')
  expect(lines).not.toMatch(/ada@|hunter2|correct horse/)
})

test.each([
  ['of unknown length', 411, {}],
  ['that is too long', 413, { 'content-length': '65537' }],
])('a body %s is refused before it is read', async (_case, status, headers) => {
  expect((await signIn('{}', headers)).status).toBe(status)
})

test.each([
  ['a NUL in a text', '{"email":"a\\u0000@example.com","password":"correct horse"}'],
  ['a NUL in a name', '{"email\\u0000":"a@example.com"}'],
  ['half a surrogate pair, however deep', '{"email":[{"a":"\\ud800"}]}'],
  ['no JSON', '{"email":'],
  ['brackets without end', '['.repeat(60_000)],
])('a body with %s is refused with a message, without asking the database', async (_case, body) => {
  const response = await signIn(body)
  expect([response.status, await response.json()]).toEqual([400, { message: expect.any(String) }])
})

function signIn(body: string, headers: HeadersInit = { 'content-length': String(body.length) }) {
  const request = new Request(`${config.webUrl}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  return answerAuthRequest(request, { auth, config })
}
