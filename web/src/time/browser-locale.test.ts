import { expect, test } from 'vitest'
import { requestLocale } from './browser-locale.ts'

test.each([
  ['en-GB', 'en-GB'],
  ['de-CH,de;q=0.9,en;q=0.8', 'de-CH'],
  ['fr;q=0.9, en', 'fr'],
  [' sv-SE , en', 'sv-SE'],
  ['en-US@posix', 'en'],
  ['*', 'en'],
  ['', 'en'],
])('a request that accepts "%s" is answered as is usual in %s', (header, locale) => {
  expect(requestLocale(header)).toBe(locale)
})
