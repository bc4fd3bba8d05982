import { expect, test } from 'vitest'
import { parseHttpUrl, parseWebOrigin } from '../../src/domain/text/web-address.ts'

test.each([
  ['http://localhost:3000', 'http://localhost:3000'],
  ['HTTPS://Tend.Example.COM:443/', 'https://tend.example.com'],
  [' http://[::1]:3000 ', 'http://[::1]:3000'],
])('reads the origin %j as browsers send it', (text, origin) => {
  expect(parseWebOrigin(text)).toBe(origin)
})

test.each([
  '*',
  'null',
  'localhost:3000',
  'ftp://a.example',
  'http://a.example/app',
  'http://a.example?b',
  'http://me:pw@a.example',
  'http://a.example,http://b.example',
])('refuses %j as an origin', (text) => {
  expect(parseWebOrigin(text)).toBeUndefined()
})

test('an address keeps its path without the slash at its end', () => {
  expect(parseHttpUrl('https://example.com/tend/api/')).toBe('https://example.com/tend/api')
})
