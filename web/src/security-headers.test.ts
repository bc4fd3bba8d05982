import { expect, test } from 'vitest'
import { commonHeaders, contentSecurityPolicy } from './security-headers.ts'

const settings = { nonce: 'abc', apiUrl: 'https://api.tend.example/v1', development: false }

test('scripts run by nonce alone', () => {
  expect(contentSecurityPolicy(settings)).toContain(
    "script-src 'self' 'nonce-abc' 'strict-dynamic';",
  )
})

test('the service worker may run, which no nonce allows', () => {
  expect(contentSecurityPolicy(settings)).toContain("worker-src 'self';")
})

test('nothing unsafe is allowed in production', () => {
  expect(contentSecurityPolicy(settings)).not.toContain('unsafe')
})

test('pages may talk to this app and to the API, nobody else', () => {
  expect(contentSecurityPolicy(settings)).toContain("connect-src 'self' https://api.tend.example;")
})

test('no page may be put into a frame, or hold one but that of the check of a person', () => {
  const plain = contentSecurityPolicy(settings)
  expect(plain).toContain("frame-ancestors 'none'; frame-src 'none'")
  const captchaUrl = 'https://captcha.example/v0'
  const policy = contentSecurityPolicy({ ...settings, captchaUrl })
  expect(policy).toContain("frame-ancestors 'none'; frame-src https://captcha.example")
  expect(policy).toContain("'nonce-abc' 'strict-dynamic' https://captcha.example;")
  expect(plain).not.toContain('captcha')
})

test('browsers are bound to HTTPS only where people reach the app over it', () => {
  expect(commonHeaders({ secure: true })).toHaveProperty('strict-transport-security')
  expect(commonHeaders({ secure: false })).not.toHaveProperty('strict-transport-security')
})
