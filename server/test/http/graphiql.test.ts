import { brotliDecompressSync } from 'node:zlib'
import { buildClientSchema } from 'graphql'
import { afterAll, expect, test } from 'vitest'
import { send } from '../support/ask.ts'
import { requestRaw } from '../support/raw-request.ts'
import { startTestApp } from '../support/test-app.ts'

// What the page does in a browser is in web/e2e/graphiql.test.ts.

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

// As browsers ask for a page.
const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8'
const open = (query = '') => send(`${app.url}/graphql${query}`, { headers: { accept } })
const page = await open()
const files = [...page.text.matchAll(/\/graphiql\/[\w.-]+/g)].map(([path]) => path)
const pathOf = (start: string) => files.find((path) => path.startsWith(start)) ?? ''
const load = (path: string, headers: Record<string, string> = {}) =>
  requestRaw(`${app.url}${path}`, { headers })

test('GraphiQL needs no token, and everything comes from the API itself', () => {
  expect(page.status).toBe(200)
  expect(page.headers.get('content-type')).toContain('text/html')
  expect(page.text).not.toMatch(
    /<(script|link|img|iframe)[^>]+(src|href)\s*=\s*["']?(https?:)?\/\//i,
  )
  const policy = page.headers.get('content-security-policy')?.split('; ')
  expect(policy).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
    ]),
  )
})

test('its page contains the origins whose pages may pass it a token, and no token', () => {
  const [, settings = ''] = /id="settings">(.+?)<\/script>/.exec(page.text) ?? []
  expect(JSON.parse(settings).appOrigins).toEqual(app.config.webOrigins)
})

test('a link with ?query= opens it, also after a reload', async () => {
  const linked = await open(`?query=${encodeURIComponent('{ tasks { totalCount } }')}`)
  expect([linked.status, linked.text]).toEqual([200, page.text])
})

test('its files are compressed and cached: a second visit loads none of them', async () => {
  expect(files).toHaveLength(7)
  let loaded = page.text.length
  for (const path of files) {
    const packed = await load(path, { 'accept-encoding': 'gzip, deflate, br' })
    expect([path, packed.status]).toEqual([path, 200])
    expect(packed.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    loaded += packed.bytes.length
  }
  expect(loaded).toBeLessThan(2_300_000)
  const etag = page.headers.get('etag') ?? ''
  const again = await load('/graphql', { accept, 'if-none-match': etag })
  expect([again.status, again.bytes.length]).toEqual([304, 0])
})

test('it has the schema immediately, with any token or none', async () => {
  const { bytes, headers } = await load(pathOf('/graphiql/schema.'), { 'accept-encoding': 'br' })
  expect(headers['content-type']).toContain('application/json')
  const schema = buildClientSchema(JSON.parse(brotliDecompressSync(bytes).toString()))
  expect(schema.getQueryType()?.getFields()).toHaveProperty('tasks')
})

test('there is nothing else in its folder', async () => {
  for (const path of ['/graphiql/', '/graphiql/nothing.js', '/graphiql/..%2fpackage.json'])
    expect((await load(path)).status).toBe(404)
})
