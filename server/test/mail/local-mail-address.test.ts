import { expect, test } from 'vitest'
import { isLocalMailKey, localMailPath } from '../../src/mail/local-mail-address.ts'

const secret = 'a-secret-of-a-good-length'
const key = localMailPath(secret).split('=')[1]

test('the address that the terminal shows opens the local mails', () => {
  expect(isLocalMailKey(key, secret)).toBe(true)
})

test.each([[undefined], [''], [[key]], [`${key}x`], ['AAAAAAAAAAAAAAAAAAAAAA']])(
  'no other key does: %j',
  (other) => {
    expect(isLocalMailKey(other, secret)).toBe(false)
  },
)

test('the key of another secret doesn’t either, and it isn’t the secret', () => {
  expect(isLocalMailKey(key, 'another-secret')).toBe(false)
  expect(key).not.toContain(secret)
})
