import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccessToken } from '../support/access-token.ts'
import { connectAgent } from '../support/agent.ts'
import { type Json, send } from '../support/ask.ts'
import type { Bearer } from '../support/person.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

// What docs/agents.md shows is run as it is there.

const page = readFileSync(new URL('../../../docs/agents.md', import.meta.url), 'utf8')
const blocks = [...page.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, text = '']) => ({
  language,
  text,
}))
const jsonBlocks: Json[] = blocks
  .filter(({ language }) => language === 'json')
  .map(({ text }) => JSON.parse(text))

let app: TestApp
let bearer: Bearer
beforeAll(async () => {
  app = await startTestApp()
  const ada = await app.createPerson('ada')
  bearer = (await createAccessToken(ada)).bearer
})
afterAll(() => app?.[Symbol.asyncDispose]())

test('the calls can be made one after the other', async () => {
  await using agent = await connectAgent(bearer)
  const calls = jsonBlocks.filter(({ name }) => name)
  expect(calls).toHaveLength(5)
  const answers: Record<string, Json> = {}
  for (const call of calls) {
    const filled = JSON.stringify(call.arguments).replaceAll(/<([\w.]+)>/g, (_, path: string) =>
      path.split('.').reduce((value, step) => value[step], answers as Json),
    )
    answers[call.name] = await agent.call(call.name, JSON.parse(filled))
  }
  expect(answers.add_tasks.tasks).toHaveLength(2)
  expect(answers.find_tasks.tasks).toMatchObject([{ title: 'Pay rent' }])
  expect(answers.update_tasks.wouldChange.totalCount).toBe(1)
  expect(answers.undo.changedCount).toBe(2)
})

test('the settings of clients lead to the endpoint', async () => {
  const servers = jsonBlocks.flatMap(({ mcpServers, servers }) => mcpServers ?? servers ?? [])
  expect(servers).toHaveLength(2)
  const commands = blocks.filter(({ language }) => language === 'sh').map(({ text }) => text)
  const [, address = '', header = ''] =
    /claude mcp add --transport http tend (\S+) --header "(.*)"/.exec(commands[0] ?? '') ?? []
  const [name = '', value = ''] = header.split(': ')
  const all = [...servers.map(({ tend }) => tend), { url: address, headers: { [name]: value } }]
  for (const { url, headers } of all) {
    expect(url).toBe(`${app.config.apiUrl}/mcp`)
    const token = headers.Authorization.replace(/^Bearer \$.*$/, bearer.token)
    await using agent = await connectAgent({ url: app.url, token })
    expect((await agent.client.listTools()).tools).toHaveLength(14)
  }
})

test('the request by hand is answered', async () => {
  const command = blocks.findLast(({ language }) => language === 'sh')?.text ?? ''
  const headers = [...command.matchAll(/-H ["'](.*?): (.*?)["']/g)].map(
    ([, name = '', value = '']): [string, string] => [
      name,
      value.replace('$TEND_TOKEN', bearer.token),
    ],
  )
  const [, body = ''] = /-d '(.*)'/.exec(command) ?? []
  const answer = await send(`${app.url}/mcp`, { method: 'POST', headers, body })
  expect(answer.status).toBe(200)
  expect(answer.text).toContain('openTasks')
})

test('the table has every tool with every argument, and no other', async () => {
  await using agent = await connectAgent(bearer)
  const { tools } = await agent.client.listTools()
  const rows = [...page.matchAll(/^\| `(\w+)` \| .* \| (.*) \|$/gm)]
  expect(rows.map(([, name]) => name)).toEqual(tools.map(({ name }) => name))
  for (const [nth, { inputSchema }] of tools.entries()) {
    const named = [...(rows[nth]?.[2] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name)
    const given = Object.keys(inputSchema.properties ?? {})
    expect(named).toEqual(given.filter((name) => name !== 'dryRun' && name !== 'idempotencyKey'))
  }
})

test('its limits are those of the tools', async () => {
  await using agent = await connectAgent(bearer)
  const { tools } = await agent.client.listTools()
  const schema = (name: string): Json => tools.find((tool) => tool.name === name)?.inputSchema
  expect(page).toContain(`1 to ${schema('trash_tasks').properties.ids.maxItems} at once`)
  expect(page).toContain(`or up to ${schema('find_tasks').properties.limit.maximum} |`)
  expect(await agent.refusal('add_tasks', { lines: new Array(51).fill('One') })).toContain(
    '1 to 50 lines',
  )
})
