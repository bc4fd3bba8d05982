import { expect, test } from 'vitest'
import { findEndpointProblem, takesSilentPushes } from '../../../src/domain/push/push-endpoint.ts'

const more = ['http://127.0.0.1:9999']

test.each([
  'https://fcm.googleapis.com/fcm/send/abc:def',
  'https://updates.push.services.mozilla.com/wpush/v2/abc',
  'https://wns2-par02p.notify.windows.com/w/?token=abc',
  'https://web.push.apple.com/QGabc',
  'http://127.0.0.1:9999/push/abc',
])('%s is an endpoint', (endpoint) => {
  expect(findEndpointProblem(endpoint, more)).toBeUndefined()
})

test.each([
  'http://169.254.169.254/latest/meta-data/',
  'https://169.254.169.254/',
  'http://fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com:8443/fcm/send/abc',
  'https://fcm.googleapis.com.example.com/abc',
  'https://evil-fcm.googleapis.com/abc',
  'https://push.apple.com.example.com/abc',
  'https://push.apple.com/abc',
  'https://user:word@fcm.googleapis.com/abc',
  'https://fcm.googleapis.com@example.com/abc',
  'http://127.0.0.1:9998/push/abc',
  'http://localhost:9999/push/abc',
  'file:///etc/passwd',
  'fcm.googleapis.com',
  '',
  `https://fcm.googleapis.com/${'a'.repeat(2_000)}`,
])('%s is refused', (endpoint) => {
  expect(findEndpointProblem(endpoint, more)).toMatch(/^The endpoint .*\.$/)
})

test('what shows nothing is sent to every browser but Apple’s', () => {
  expect(takesSilentPushes('https://web.push.apple.com/abc')).toBe(false)
  expect(takesSilentPushes('https://fcm.googleapis.com/fcm/send/abc')).toBe(true)
})
