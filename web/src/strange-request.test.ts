import { expect, test } from 'vitest'
import { findStrangeness } from './strange-request.ts'

test.each([
  '/',
  '/lists/inbox',
  '/search?q=100%',
  '/t%C3%A4gliches',
  '/_next/static/a.js',
  '/a//b',
])('the target %s is read', (url) => {
  for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS'])
    expect(findStrangeness({ method, url })).toBeUndefined()
})

test.each([
  '/%',
  '/%FF',
  '/_next/%FF',
  '/api/auth/%FF',
  '/list/%C0%AF',
  '/%ED%A0%80',
  '/%zz',
  '/%c3%28',
  '/lists/%E0%A4%A',
  '*',
  '//',
  'http://other.example/',
  '',
])('the target "%s" is refused with 400', (url) => {
  expect(findStrangeness({ method: 'GET', url })).toBe(400)
})

test.each(['TRACE', 'TRACK', 'CONNECT', 'PROPFIND', 'get'])('%s is refused with 405', (method) => {
  expect(findStrangeness({ method, url: '/' })).toBe(405)
})
