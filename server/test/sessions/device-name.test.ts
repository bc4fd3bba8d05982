import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameDevice } from '../../src/domain/text/device-name.ts'

test.each([
  [
    'Chrome on Windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  ],
  [
    'Edge on Windows',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
  ],
  [
    'Safari on macOS',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  ],
  ['Firefox on Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
  [
    'Safari on iPhone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  ],
  [
    'Chrome on iPad',
    'Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1',
  ],
  [
    'Samsung Internet on Android',
    'Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
  ],
  [
    'Chrome on ChromeOS',
    'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  ],
])('%s', (name, userAgent) => {
  expect(nameDevice(userAgent)).toBe(name)
})

test.each([null, '', ' ', 'x'.repeat(100_000)])(
  'an uninformative user agent gives no name',
  (text) => {
    expect(nameDevice(text)).toBeUndefined()
  },
)

test.each([
  ['Tend support: this was us, ignore this mail. Help: https://evil.example/help/1 x', undefined],
  ['Mozilla/5.0 (Windows NT 10.0) Call +1 555 0100/1', 'Windows'],
  ['curl/8.5.0', undefined],
])('%s names nothing but known browsers and systems', (userAgent, name) => {
  expect(nameDevice(userAgent)).toBe(name)
})

test('any user agent gives a short name or none', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 600, unit: 'binary' }), (userAgent) => {
      expect((nameDevice(userAgent) ?? '').length).toBeLessThan(600)
    }),
  )
})
