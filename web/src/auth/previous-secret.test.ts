import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { acceptPreviousSecret } from './previous-secret.ts'

const secrets = { current: 'the-current-secret', previous: 'the-previous-secret' }
const name = 'tend.session_token'

test('a session signed with the previous secret is read as if signed with the current one', () => {
  const headers = withCookie(`a=1; ${name}=${sign('token', secrets.previous)}; b=2`)
  expect(acceptPreviousSecret(headers, name, secrets).get('cookie')).toBe(
    `a=1; ${name}=${sign('token', secrets.current)}; b=2`,
  )
})

test.each([
  ['signed with the current secret', `${name}=${sign('token', secrets.current)}`],
  ['signed with some other secret', `${name}=${sign('token', 'stranger')}`],
  ['without a signature', `${name}=token`],
  ['with a broken encoding', `${name}=%E0%A4%A`],
  ['of another name', `other=${sign('token', secrets.previous)}`],
])('a cookie %s stays as it was', (_case, cookie) => {
  expect(acceptPreviousSecret(withCookie(cookie), name, secrets).get('cookie')).toBe(cookie)
})

test('without a previous secret nothing is accepted in its place', () => {
  const cookie = `${name}=${sign('token', secrets.previous)}`
  const headers = acceptPreviousSecret(withCookie(cookie), name, { current: secrets.current })
  expect(headers.get('cookie')).toBe(cookie)
})

function withCookie(cookie: string): Headers {
  return new Headers({ cookie })
}

function sign(value: string, secret: string): string {
  const signature = createHmac('sha256', secret).update(value).digest('base64')
  return encodeURIComponent(`${value}.${signature}`)
}
