import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { startTestAccounts } from './support/test-accounts.ts'

afterEach(() => vi.restoreAllMocks())

const leaked = 'leaked somewhere once'
const hash = createHash('sha1').update(leaked).digest('hex').toUpperCase()
const ada = { name: 'Ada', email: 'ada@example.com' }

test('a leaked password is refused; only five digits of its hash are sent', async () => {
  await using service = await startService(
    () => `0018A45C4D1DEF81644B54AB7F969B88D65:3\r\n${hash.slice(5)}:42\r\n`,
  )
  await using accounts = await startTestAccounts({ PASSWORD_BREACH_CHECK_URL: service.url })
  expect(await accounts.ask('/sign-up/email', { ...ada, password: leaked })).toMatchObject({
    status: 400,
    body: { code: 'PASSWORD_REFUSED', message: expect.stringContaining('leak') },
  })
  expect(service.asked).toEqual([`/range/${hash.slice(0, 5)}`])
  const other = await accounts.ask('/sign-up/email', { ...ada, password: 'not leaked anywhere' })
  expect(other.status).toBe(200)
})

test('lines that only pad the answer refuse nothing', async () => {
  await using service = await startService(() => `${hash.slice(5)}:0`)
  await using accounts = await startTestAccounts({ PASSWORD_BREACH_CHECK_URL: service.url })
  expect((await accounts.ask('/sign-up/email', { ...ada, password: leaked })).status).toBe(200)
})

test.each([
  ['answers with an error', () => undefined],
  ['is gone', 'closed' as const],
])('a service that %s refuses nobody, and that is logged', async (_case, answer) => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  await using service = await startService(answer === 'closed' ? () => undefined : answer)
  if (answer === 'closed') await service[Symbol.asyncDispose]()
  await using accounts = await startTestAccounts({ PASSWORD_BREACH_CHECK_URL: service.url })
  expect((await accounts.ask('/sign-up/email', { ...ada, password: leaked })).status).toBe(200)
  const lines = written.mock.calls.map(([line]) => String(line)).join('')
  expect(lines).toContain('PASSWORD_BREACH_CHECK_URL could not be asked')
  expect(lines).not.toContain(leaked)
})

/** A real service on loopback; `undefined` is answered with 503. */
async function startService(answer: () => string | undefined) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const body = answer()
    response.writeHead(body === undefined ? 503 : 200).end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    asked,
    url: `http://127.0.0.1:${port}/range/`,
    [Symbol.asyncDispose]: () => new Promise<void>((closed) => server.close(() => closed())),
  }
}
