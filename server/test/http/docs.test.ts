import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { buildSchema, isIntrospectionType, parse, print } from 'graphql'
import { afterAll, expect, test } from 'vitest'
import { readFirstSentence } from '../../src/docs/llms-text.ts'
import { schema } from '../../src/schema.ts'
import { ask, send } from '../support/ask.ts'
import { requestRaw } from '../support/raw-request.ts'
import { startTestApp } from '../support/test-app.ts'

// web/e2e/docs.test.ts tests how they look. Everything here is requested without a token.

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

const load = (path: string) => send(`${app.url}${path}`, {})
const linksOf = (html: string) =>
  [...html.matchAll(/<a [^>]*?href="([^"]+)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  )

/** All pages that links lead to from the first one. */
async function crawl(): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  const waiting = ['/docs']
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (pages.has(path)) continue
    const answer = await load(path)
    expect([path, answer.status]).toEqual([path, 200])
    pages.set(path, answer.text)
    for (const link of linksOf(answer.text)) {
      const [to = ''] = link.split('#')
      if (to.startsWith('/docs')) waiting.push(to)
    }
  }
  return pages
}
const pages = await crawl()

test('every link of the documentation leads to an existing page and section', () => {
  const lost: string[] = []
  for (const [path, html] of pages)
    for (const link of linksOf(html)) {
      if (/^(https:|\/graphql|\/schema\.graphql)/.test(link)) continue
      const [to = '', id] = link.split('#')
      const target = pages.get(to === '' ? path : to)
      if (!target?.includes(id === undefined ? '' : ` id="${decodeURIComponent(id)}"`))
        lost.push(`${path}: ${link}`)
    }
  expect(lost).toEqual([])
})

test('it has every document, and a page for every type with all its fields', () => {
  for (const name of [
    'api',
    'errors',
    'quick-add',
    'export',
    'authentication',
    'changelog',
    'operations',
  ])
    expect([...pages.keys()]).toContain(`/docs/${name}`)
  for (const type of Object.values(schema.getTypeMap()).filter(
    (one) => !isIntrospectionType(one),
  )) {
    const html = pages.get(`/docs/reference/${type.name}`)
    expect(html, type.name).toContain(`<h1 id="${type.name.toLowerCase()}">`)
    if (!('getFields' in type)) continue
    for (const name of Object.keys(type.getFields()))
      expect(html, `${type.name}.${name}`).toContain(`<h2 id="${name.toLowerCase()}`)
  }
})

test('every example of the API’s page can be opened unchanged in GraphiQL', () => {
  const markdown = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8')
  const examples = [...markdown.matchAll(/^```graphql\n(.*?)^```$/gms)].map(
    ([, query = '']) => query,
  )
  const links = linksOf(pages.get('/docs/api') ?? '').filter((link) => link.startsWith('/graphql?'))
  const linked = links.map((link) => new URL(link, app.url).searchParams.get('query'))
  expect(linked).toEqual(examples)
})

test('the schema is available as one file', async () => {
  const answer = await load('/schema.graphql')
  expect(answer.headers.get('content-type')).toContain('text/plain')
  expect(print(parse(answer.text))).toBe(
    print(parse(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'))),
  )
  expect(buildSchema(answer.text).getType('Task')).toBeDefined()
})

test('no page has a script, and none would run', async () => {
  for (const [path, html] of pages) expect(html, path).not.toMatch(/<script|javascript:| on\w+=/i)
  const policy = (await load('/docs/api')).headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('script-src')
  expect(policy).toContain("frame-ancestors 'none'")
})

test('pages are compressed, and not sent again to clients that have them', async () => {
  const headers = { 'accept-encoding': 'br' }
  const first = await requestRaw(`${app.url}/docs/api`, { headers })
  expect(brotliDecompressSync(first.bytes).toString()).toBe(pages.get('/docs/api'))
  const { etag } = first.headers
  const again = await requestRaw(`${app.url}/docs/api`, {
    headers: { ...headers, 'if-none-match': etag },
  })
  expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, etag])
  const found = await requestRaw(`${app.url}/docs/search?q=task`, { headers })
  expect(found.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': 'no-store' })
})

test('the search finds sections of pages and fields of types, and repeats the query as text', async () => {
  const found = (await load('/docs/search?q=idempotencykey+retries')).text
  expect(linksOf(found)).toContain('/docs/api#retries')
  expect(linksOf((await load('/docs/search?q=Task+dueOn')).text)).toContain(
    '/docs/reference/Task#dueon',
  )
  const strange = await load(`/docs/search?q=${encodeURIComponent('"><img src=x onerror=1>')}`)
  expect(strange.text).not.toContain('<img')
  expect(strange.text).toContain('No matches')
})

test('each error has the address of its explanation', async () => {
  const answers = [
    await ask(app.url, { query: '{ me { id } }' }),
    await ada.gql('{ tasks(first: 0) { totalCount } }'),
    await ada.gql('{ nothing }'),
    await ada.gql(
      'mutation { deleteTask(input: { id: "3f0e8c1a-7d52-4a57-8a3f-7b8f2a1c9d10" }) { mutationId } }',
    ),
    await load('/nowhere'),
  ]
  for (const { text } of answers) {
    const { code, help } = JSON.parse(text).errors[0].extensions
    const address = new URL(help)
    expect(address.origin).toBe(new URL(app.config.apiUrl).origin)
    expect(address.hash).toBe(`#${code}`)
    expect(pages.get(address.pathname)).toContain(`<tr id="${code}">`)
  }
})

test('an unknown page is 404, and only reading is allowed', async () => {
  for (const path of ['/docs/nothing', '/docs/..%2fserver', '/docs/reference/Nothing'])
    expect((await load(path)).status).toBe(404)
  const posted = await send(`${app.url}/docs/api`, { method: 'POST' })
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  const slashed = await requestRaw(`${app.url}/docs/errors/`)
  expect([slashed.status, slashed.headers.location]).toEqual([308, '/docs/errors'])
})

test('programs that read text find every page of the navigation as Markdown, with what it is about', async () => {
  const list = await load('/llms.txt')
  expect(list.headers.get('content-type')).toContain('text/plain')
  const entries = [...list.text.matchAll(/^- \[(.+)\]\((.+)\): (.+)$/gm)]
  const start = pages.get('/docs') ?? ''
  const inNavigation = linksOf(start).filter((link) => /^\/docs\/[a-z-]+$/.test(link))
  expect(entries.map(([, , to]) => to)).toEqual(
    expect.arrayContaining(
      inNavigation.filter((to) => to !== '/docs/reference').map((to) => `${to}.md`),
    ),
  )
  for (const [, title, to = '', about] of entries) {
    const page = await load(to)
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'text/markdown; charset=utf-8',
    ])
    expect(page.text.startsWith(`# ${title}\n`), to).toBe(true)
    expect(about, to).toMatch(/^[A-Z`].{20,400}[.:]$/)
  }
  expect((await load('/docs/reference/Task.md')).text).toContain('plannedState')
})

test.each([
  ['# A\n\nTells all. And more.', 'Tells all.'],
  [
    '# A\n\nIn `docs/a.md` and\n[the API](api.md#x). Then.\n\nLater.',
    'In `docs/a.md` and the API.',
  ],
  ['# A\n\nIt measures 1.5 s: two commands', 'It measures 1.5 s: two commands'],
])('the first sentence of %j is %j', (markdown, sentence) => {
  expect(readFirstSentence(markdown)).toBe(sentence)
})
