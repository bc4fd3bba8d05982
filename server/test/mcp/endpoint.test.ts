import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccessToken } from '../support/access-token.ts'
import { connectAgent } from '../support/agent.ts'
import { codesOf, type Json, send } from '../support/ask.ts'
import type { Bearer, Person } from '../support/person.ts'
import { runMutation } from '../support/run-mutation.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

// What is refused at the endpoint before a tool is called, and what is charged.

let app: TestApp
let ada: Person
beforeAll(async () => {
  app = await startTestApp({ exactBudget: true })
  ada = await app.createPerson('ada')
})
afterAll(() => app?.[Symbol.asyncDispose]())

const listTools = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }

function post(body: unknown, headers: Record<string, string> = {}, url = app.url) {
  return send(`${url}/mcp`, {
    method: 'POST',
    headers: {
      accept: 'application/json, text/event-stream',
      'content-type': 'application/json',
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

const as = ({ token }: Pick<Bearer, 'token'>) => ({ authorization: `Bearer ${token}` })

const remainingOf = (answer: { headers: Headers }) =>
  Number(answer.headers.get('ratelimit-remaining'))

/** The message in an answer to a client of 2025, which is an event. */
function readEvent(text: string): Json {
  return JSON.parse(/^data: (.*)$/m.exec(text)?.[1] ?? 'null')
}

test('who has no token, or a wrong one, is challenged for one', async () => {
  const without = await post(listTools)
  expect(without.status).toBe(401)
  expect(without.headers.get('www-authenticate')).toMatch(/^Bearer /)
  const wrong = await post(listTools, { authorization: 'Bearer tend_wrong' })
  expect(wrong.status).toBe(401)
  expect(wrong.headers.get('www-authenticate')).toContain('error="invalid_token"')
  expect(codesOf(wrong)).toEqual(['UNAUTHENTICATED'])
  await expect(connectAgent({ url: app.url, token: '' })).rejects.toThrow()
})

test('a session’s token is taken as well as an access token', async () => {
  const { bearer } = await createAccessToken(ada)
  for (const one of [ada, bearer]) {
    const answer = await post(listTools, as(one))
    expect(answer.status).toBe(200)
    expect(readEvent(answer.text).result.tools).toHaveLength(14)
  }
})

test('other methods, types and forms of a body are refused', async () => {
  for (const method of ['GET', 'DELETE']) {
    const answer = await send(`${app.url}/mcp`, { method, headers: as(ada) })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST, OPTIONS'])
  }
  const refused: [body: unknown, status: number, headers?: Record<string, string>][] = [
    [listTools, 415, { 'content-type': 'text/plain' }],
    ['{', 400],
    [[listTools, listTools], 400],
    [' '.repeat(1_000_001), 413],
    [{ ...listTools, params: new Array(1_001).fill(0) }, 400],
    [`${'['.repeat(65)}${']'.repeat(65)}`, 400],
  ]
  for (const [body, status, headers] of refused) {
    const answer = await post(body, { ...as(ada), ...headers })
    expect([status, answer.status]).toEqual([status, status])
  }
})

test('a page elsewhere may send what the protocol needs, and no cookies', async () => {
  const headers = { origin: 'https://inspector.example', 'access-control-request-method': 'POST' }
  const answer = await send(`${app.url}/mcp`, { method: 'OPTIONS', headers })
  const allowed = answer.headers.get('access-control-allow-headers')?.split(', ')
  expect(allowed).toEqual(
    expect.arrayContaining(['authorization', 'mcp-protocol-version', 'mcp-method', 'mcp-name']),
  )
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
})

test('the list of tools is the same bytes each time and for everybody, and short', async () => {
  const bob = await app.createPerson('bob')
  const { bearer } = await createAccessToken(ada, { scopes: ['TASKS_READ'] })
  const texts = await Promise.all([ada, ada, bob, bearer].map((one) => post(listTools, as(one))))
  expect(new Set(texts.map(({ text }) => text)).size).toBe(1)
  const { tools } = readEvent(texts[0]?.text ?? '').result
  expect(JSON.stringify(tools).length / 4).toBeLessThanOrEqual(4_000)
})

test.each(['2025-03-26', '2025-06-18', '2025-11-25'])(
  'a client may begin with initialize of %s',
  async (protocolVersion) => {
    const params = { protocolVersion, capabilities: {}, clientInfo: { name: 'old', version: '1' } }
    const answer = await post({ ...listTools, method: 'initialize', params }, as(ada))
    expect(readEvent(answer.text).result).toMatchObject({
      protocolVersion,
      serverInfo: { name: 'tend' },
      instructions: expect.stringContaining('overview'),
    })
    const initialized = { jsonrpc: '2.0', method: 'notifications/initialized' }
    const headers = { ...as(ada), 'mcp-protocol-version': protocolVersion }
    const noted = await post(initialized, headers)
    expect([noted.status, noted.text]).toEqual([202, ''])
    expect((await post(listTools, headers)).status).toBe(200)
  },
)

test('a listening client gets no stream', async () => {
  await using agent = await connectAgent(ada)
  await expect(agent.client.listen({ toolsListChanged: true })).rejects.toThrow(/limit/i)
})

test('each message costs a point, and each tool what its operations cost', async () => {
  const eve = await app.createPerson('eve')
  await runMutation(eve, 'createTask', { title: 'One' }, 'mutationId')
  const call = { name: 'find_tasks', arguments: { limit: 50 } }
  const callTool = { ...listTools, method: 'tools/call', params: call }
  // Reading its document for the first time costs something, too.
  await post(callTool, as(eve))
  const before = remainingOf(await post(listTools, as(eve)))
  const listed = remainingOf(await post(listTools, as(eve)))
  expect(before - listed).toBe(1)
  const answer = await post(callTool, as(eve))
  expect(readEvent(answer.text).result.structuredContent.total).toBe(1)
  expect(listed - remainingOf(answer)).toBeGreaterThan(50)
})

test('who is over the budget waits, before a tool and in it', async () => {
  const env = { QUERY_MAX_COST: '1500', BUDGET_POINTS: '2000', BUDGET_POINTS_PER_SECOND: '1' }
  await using small = await startTestApp({ env, exactBudget: true })
  const eve = await small.createPerson('eve')
  const call = { name: 'find_tasks', arguments: { limit: 50 } }
  const callTool = { ...listTools, method: 'tools/call', params: call }
  let words = ''
  for (let nth = 0; nth < 20 && !words; nth++) {
    const { result } = readEvent((await post(callTool, as(eve), small.url)).text)
    if (result.isError) words = result.content[0].text
  }
  expect(words).toMatch(/^RATE_LIMITED: .* Wait \d+ seconds?/)
  let answer = await post(listTools, as(eve), small.url)
  while (answer.status === 200 && remainingOf(answer) > 0)
    answer = await eve
      .gql('{ tasks(first: 20) { nodes { id } } }')
      .then(() => post(listTools, as(eve), small.url))
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('the log has the endpoint and the operations, and nothing that a person wrote', async () => {
  await using agent = await connectAgent(ada)
  await agent.call('add_tasks', { lines: ['Something private'] })
  const lines = app.logs.filter(({ path }) => path === '/mcp')
  expect(lines.at(-1)).toMatchObject({ operationName: 'CreateTasks', userId: ada.userId })
  expect(JSON.stringify(app.logs)).not.toContain('Something private')
})
