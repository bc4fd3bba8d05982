import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, expect, inject, test } from 'vitest'
import { startProduct } from './support/product.ts'

// What nobody has to sign in for.

const product = await startProduct({}, [], inject('runFolder'))
afterAll(() => product[Symbol.asyncDispose]())
const port = Number(new URL(product.webUrl).port)

test.each(['GET // HTTP/1.1', 'GET //[ HTTP/1.1', 'TRACE / HTTP/1.1', 'GET /login HTTP/1.1'])(
  'a client that asks to upgrade with “%s” gets an answer, and its connection is closed',
  async (line) => {
    const socket = connect(port, '127.0.0.1')
    const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\n'
    socket.write(`${line}\r\nHost: localhost\r\n${upgrade}\r\n`)
    const [answer] = await once(socket, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1\.1 (200|400|405) /)
    socket.end()
    socket.resume()
    await once(socket, 'close', { signal: AbortSignal.timeout(20_000) })
  },
)

test('every answer has the security headers once, redirects and files too', async () => {
  for (const path of ['/login', '/login/', '/icon.svg', '/nothing-here', '//']) {
    const { headers } = await ask(path)
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['x-frame-options'], path).toBe('DENY')
    expect(headers['referrer-policy'], path).toBe('strict-origin-when-cross-origin')
  }
})

test('who asks for ever more pages is told to wait; others are not, and images are made for nobody', async () => {
  let asked = 0
  let answer = await ask('/icon.svg')
  for (; answer.status === 200 && asked < 1_500; asked += 1) answer = await ask('/icon.svg')
  expect(answer.status).toBe(503)
  expect(asked).toBeGreaterThanOrEqual(900)
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  expect((await ask('/login', '127.0.0.2')).status).toBe(200)
  expect((await ask('/_next/image?url=/login&w=640&q=75', '127.0.0.2')).status).toBe(404)
})

async function ask(path: string, localAddress = '127.0.0.1') {
  const outgoing = request({ port, host: '127.0.0.1', path, localAddress, agent: false })
  outgoing.end()
  const [response] = await once(outgoing, 'response')
  response.resume()
  return { status: response.statusCode as number, headers: response.headers }
}
