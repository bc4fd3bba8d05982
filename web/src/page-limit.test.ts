import { expect, test } from 'vitest'
import { isPage, nameNetwork, PageLimit } from './page-limit.ts'

test('one address gets 1,000 pages at once and five more each second; another is not affected', () => {
  const limit = new PageLimit()
  const take = (nowMs: number, address = '192.0.2.1') => limit.take(address, nowMs)
  expect(Array.from({ length: 1_000 }, () => take(0)).every((seconds) => seconds === 0)).toBe(true)
  expect(take(0)).toBe(1)
  expect(take(0, '192.0.2.2')).toBe(0)
  expect(Array.from({ length: 6 }, () => take(1_000))).toEqual([0, 0, 0, 0, 0, 1])
})

test('ever new addresses don’t fill the memory, and those of late are remembered', () => {
  const limit = new PageLimit()
  const fill = (address: string) => Array.from({ length: 1_000 }, () => limit.take(address, 0))
  fill('first')
  for (let nth = 0; nth < 9_999; nth += 1) limit.take(`other ${nth}`, 0)
  expect(limit.take('first', 0)).toBe(1)
  for (let nth = 0; nth < 10_000; nth += 1) limit.take(`another ${nth}`, 0)
  expect(limit.take('first', 0)).toBe(0)
})

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['::1', '0:0:0:0'],
])('the client %s counts as %s', (address, network) => {
  expect(nameNetwork(address)).toBe(network)
})

test.each([
  ['/login', true],
  ['/', true],
  ['/_next/image', true],
  ['/_next/static/chunks/a.js', false],
  ['/api/auth/token', false],
])('%s is a page: %s', (path, expected) => {
  expect(isPage(path)).toBe(expected)
})
