import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Product, startProduct } from './support/product.ts'

let product: Product

beforeAll(async () => {
  product = await startProduct()
})
afterAll(() => product?.[Symbol.asyncDispose]())

const body = JSON.stringify({ email: 'ada@example.com', password: 'not the password' })

/** Sends the path unchanged, byte by byte; `fetch` would normalise it. */
function guess(path: string, headers: Record<string, string> = {}): Promise<number | undefined> {
  const { hostname, port } = new URL(product.webUrl)
  const sent = { 'content-type': 'application/json', 'content-length': body.length, ...headers }
  return new Promise((done, fail) => {
    request({ hostname, port, path, method: 'POST', headers: sent }, (answer) => {
      answer.resume()
      done(answer.statusCode)
    })
      .on('error', fail)
      .end(body)
  })
}

test('no header that a client invents gives it further guesses', async () => {
  const statuses: (number | undefined)[] = []
  for (let number = 0; number < 12; number += 1) {
    const invented = `203.0.113.${number}`
    statuses.push(
      await guess('/api/auth/sign-in/email', {
        'x-forwarded-for': `${invented}, ${invented}`,
        'x-real-ip': invented,
        'x-client-ip': invented,
        'cf-connecting-ip': invented,
        forwarded: `for=${invented}`,
      }),
    )
  }
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
})

test.each([
  '//api/auth/sign-in/email',
  '/api//auth/sign-in/email',
  '/api/auth//sign-in/email',
  '/api/auth/sign-in/email/',
  '/api/auth/sign-%69n/email',
  '/api/auth/sign-in%2Femail',
  '/api/auth/sign-in%2femail',
  '/api/auth/./sign-in/email',
  '/api/auth/sign-in/email%20',
  '/api/auth/sign-in/email?x=/../..',
  '/api/auth/sign-in\\email',
])('no other spelling of the path gives further guesses: %s', async (path) => {
  expect([308, 400, 404, 429]).toContain(await guess(path))
})
