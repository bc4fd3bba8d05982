import { expect, test } from 'vitest'
import { shareProduct } from './support/shared-product.ts'

const running = shareProduct()

const pages = ['/', '/login', '/signup', '/forgot-password', '/reset-password', '/verify-email']
const apps = ['/inbox', '/search', '/settings/sign-in', '/mail', '/goodbye']
const parameters = ['next', 'error', 'done', 'token', 'q', 'key']
const endpoints = [
  '/api/auth/callback/google?code=x&state=',
  '/api/auth/callback/oidc?error=',
  '/api/auth/verify-email?token=',
  '/api/auth/token?person=',
  '/api/mail-status?x=',
]

async function get(path: string) {
  const response = await fetch(`${running.product.webUrl}${path}`, { redirect: 'manual' })
  return { path, status: response.status, headers: response.headers, text: await response.text() }
}

test('a NUL in any parameter or path is refused with words, by page and endpoint alike', async () => {
  const paths = [
    ...[...pages, ...apps].flatMap((page) => parameters.map((name) => `${page}?${name}=a%00b`)),
    ...endpoints.map((endpoint) => `${endpoint}%00`),
    '/list/%00',
    '/inbox/task/%2500',
    '/api/auth/callback/%00',
    '/%00',
  ]
  for (const path of paths) {
    const { status, text, headers } = await get(path)
    expect([path, status, text]).toEqual([path, 400, expect.stringContaining('NUL')])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test.each([
  ['half a surrogate pair', '%ED%A0%80'],
  ['bytes that are no text', '%FF%FE'],
  ['an encoding that breaks off', '%E0%A4%A'],
  ['controls', '%01%1B%7F'],
  ['a text of 6,000 letters', 'x'.repeat(6_000)],
])('%s in a parameter isn’t answered with a server error', async (_case, value) => {
  const paths = [
    ...[...pages, ...apps].flatMap((page) => parameters.map((name) => `${page}?${name}=${value}`)),
    ...endpoints.map((endpoint) => endpoint + value),
    `/list/${value}`,
    `/${value}`,
  ]
  for (const path of paths) {
    const { status } = await get(path)
    expect([path, status < 500]).toEqual([path, true])
  }
  expect(running.product.output()).not.toContain('invalid byte sequence')
})

test('an address of more than 8,000 characters is refused with words', async () => {
  const { status, text } = await get(`/login?next=/${'x'.repeat(8_000)}`)
  expect([status, text]).toEqual([414, expect.stringContaining('8000')])
})
