import { expect, test } from 'vitest'
import { getSafeNextPath, loginPath } from './next-path.ts'

test.each([
  ['/inbox', '/inbox'],
  ['/inbox?view=all#top', '/inbox?view=all#top'],
  ['/tasks/0198-a', '/tasks/0198-a'],
  ['/search?q=a%2Fb', '/search?q=a%2Fb'],
  ['/search?q=//x', '/search?q=//x'],
  ['/a/../inbox', '/inbox'],
  ['/caf%C3%A9', '/caf%C3%A9'],
])('a path of this origin is kept: %s', (value, expected) => {
  expect(getSafeNextPath(value)).toBe(expected)
})

test.each([
  [undefined],
  [null],
  [''],
  ['inbox'],
  ['?next=/inbox'],
  ['//evil.example'],
  ['///evil.example'],
  ['/\\evil.example'],
  ['\\\\evil.example'],
  ['\\/evil.example'],
  ['/inbox\\..\\evil'],
  ['https://evil.example'],
  ['https:/evil.example'],
  ['javascript:alert(1)'],
  ['data:text/html,x'],
  [' //evil.example'],
  ['/\t/evil.example'],
  ['/\n/evil.example'],
  ['/\r\nset-cookie: a=b'],
  ['\u0000/inbox'],
  ['/%2F%2Fevil.example'],
  ['/%2fevil.example'],
  ['/%5Cevil.example'],
  ['%2F%2Fevil.example'],
  ['/%252Fevil.example'],
  ['/%25252Fevil.example'],
  ['/%0d%0aset-cookie:a'],
  ['/..//evil.example'],
  ['/inbox/..//evil.example'],
  ['/%2e%2e//evil.example'],
  ['/./\\evil.example'],
  ['/%'],
  ['/%E0%A4%A'],
  ['@evil.example'],
  ['/@evil.example/..//evil.example'],
  [`/${'a'.repeat(3_000)}`],
])('what could leave this origin leads to the inbox: %j', (value) => {
  expect(getSafeNextPath(value)).toBe('/inbox')
})

test('a value given twice is refused, because the two could be read differently', () => {
  expect(getSafeNextPath(['/inbox', '//evil.example'])).toBe('/inbox')
})

test.each([
  ['/login'],
  ['/login?next=/x'],
  ['/signup'],
  ['/reset-password?token=x'],
  ['/verify-email'],
  ['/LOGIN'],
  ['/%6cogin'],
  ['/api/auth/token'],
])('the sign-in pages and the API are no destinations: %s', (value) => {
  expect(getSafeNextPath(value)).toBe('/inbox')
})

test('a path that merely begins like a sign-in page is one', () => {
  expect(getSafeNextPath('/login-help')).toBe('/login-help')
})

test('the way to the sign-in page names where to come back, unless it is the inbox', () => {
  expect(loginPath('/inbox')).toBe('/login?next=%2Finbox')
  expect(loginPath('/tasks/1?a=b')).toBe('/login?next=%2Ftasks%2F1%3Fa%3Db')
})
