import { expect, test } from 'vitest'
import { findAddressProblem } from './address-problem.ts'

test.each([
  'http://localhost:3000/inbox',
  'http://localhost:3000/search?q=100%25%20sure%0A',
  `http://localhost:3000/verify-email?token=${'x'.repeat(4_000)}`,
  'http://localhost:3000/search?q=%F0%9F%8C%B1%C2%A0%ED%A0%80%FF',
])('the address %s may be looked for', (href) => {
  expect(findAddressProblem(href)).toBeUndefined()
})

test.each([
  ['/reset-password?token=%00', 400],
  ['/lists/%00', 400],
  ['/login?error=a%2500b', 400],
  [`/login?next=/${'x'.repeat(8_000)}`, 414],
])('the address %s is refused with words', (path, status) => {
  expect(findAddressProblem(`http://localhost:3000${path}`)).toEqual({
    status,
    message: expect.any(String),
  })
})
