import { expect, test } from 'vitest'
import { withClientAddress } from './client-address.ts'

function read(headers: Record<string, string>, proxy?: { header: string; hops: number }) {
  return withClientAddress(new Headers(headers), proxy).get('x-forwarded-for')
}

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['203.0.113.9, 192.0.2.1', '192.0.2.1'],
  ['203.0.113.9,192.0.2.1 ', '192.0.2.1'],
  ['2001:db8::1', '2001:db8::1'],
])('without a proxy the last one counts: %s', (header, expected) => {
  expect(read({ 'x-forwarded-for': header })).toBe(expected)
})

test('of several proxies the outermost one’s word counts, and what came before is the client’s', () => {
  const headers = { 'x-forwarded-for': '203.0.113.9, 192.0.2.1, 10.0.0.2' }
  expect(read(headers, { header: 'x-forwarded-for', hops: 2 })).toBe('192.0.2.1')
})

test('another header is read alone', () => {
  const proxy = { header: 'cf-connecting-ip', hops: 1 }
  const forwarded = { 'x-forwarded-for': '203.0.113.9' }
  expect(read({ ...forwarded, 'cf-connecting-ip': '192.0.2.1' }, proxy)).toBe('192.0.2.1')
  expect(read(forwarded, proxy)).toBeNull()
})

test('who came past a proxy has no address, rather than one of its own choice', () => {
  const proxy = { header: 'x-forwarded-for', hops: 2 }
  expect(read({ 'x-forwarded-for': '203.0.113.9' }, proxy)).toBeNull()
})

test.each([
  ['192.0.2.1:50123', '192.0.2.1'],
  ['[2001:db8::1]:50123', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
])('a port is no part of the address: %s', (header, expected) => {
  expect(read({ 'x-forwarded-for': header })).toBe(expected)
})
