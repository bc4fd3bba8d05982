import { Client, fetchExchange, gql } from '@urql/core'
import { expect, test, vi } from 'vitest'
import { pipe, subscribe } from 'wonka'
import { createCacheExchange } from './cache.exchange.ts'
import { firstAnswersExchange } from './first-answers.ts'
import type { LiveDocuments } from './live-changes.ts'
import { createLiveCopy } from './live-copy.ts'
import type { ChangePage } from './live-stream.ts'
import { openLiveStream } from './live-stream.ts'
import { createSyncStatus } from './sync-status.ts'

const fields = 'cursor resetRequired changes { id node { __typename id ... on Tag { name } } }'
const documents = {
  cursor: gql`query Cursor { syncCursor }`,
  changes: gql(`subscription Live($since: SyncCursor!) { changes(since: $since) { ${fields} } }`),
  missed: gql(`query Missed($since: SyncCursor!) { changes(since: $since) { hasMore ${fields} } }`),
} as LiveDocuments

function page(cursor: string, ...names: string[]): ChangePage {
  const changes = names.map((name) => ({
    __typename: 'Change',
    id: name,
    node: { __typename: 'Tag', id: name, name },
  }))
  return Object.assign({ cursor, resetRequired: false, changes }, { __typename: 'ChangePage' })
}

function start() {
  const applied: string[] = []
  const asked: string[] = []
  const answers = new Map<string, ChangePage>()
  const status = createSyncStatus()
  const client = new Client({
    url: 'http://api.invalid/graphql',
    preferGetMethod: false,
    fetchSubscriptions: true,
    fetch: async (_, init) => {
      const { variables, operationName } = JSON.parse(String(init?.body))
      asked.push(`${operationName} ${variables?.since}`)
      if (operationName === 'Rename') await new Promise(() => {})
      const answer = answers.get(variables?.since)
      return Response.json({ data: { changes: { ...answer, hasMore: false } } })
    },
    exchanges: [
      createCacheExchange(async () => [
        {
          updates: {},
          optimistic: { renameTag: () => ({ __typename: 'Tag', id: 'a', name: 'mine' }) },
          subscriptions: {
            changes: (result) => {
              const { changes } = result.changes as unknown as { changes: { id: string }[] }
              applied.push(...changes.map(({ id }) => id))
            },
          },
        },
      ]),
      firstAnswersExchange,
      fetchExchange,
    ],
  })
  let resets = 0
  const onReset = () => {
    resets += 1
  }
  const copy = createLiveCopy({ client, documents, cursor: '1', status, onReset })
  return { copy, applied, asked, answers, status, client, countResets: () => resets }
}

test('pages of the stream are applied in their order', async () => {
  const { copy, applied, asked } = start()
  copy.take('1', page('2', 'a'))
  copy.take('2', page('3', 'b'))
  await expect.poll(copy.readCursor).toBe('3')
  expect(applied).toEqual(['a', 'b'])
  expect(asked).toEqual([])
})

test('what the stream of the same client sends is applied while it goes on', async () => {
  const { copy, applied, client } = start()
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>()
  const headers = { 'content-type': 'text/event-stream' }
  let sent = ''
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    sent = String(init.body)
    return new Response(readable, { headers })
  })
  const signs: string[] = []
  const end = openLiveStream({
    client,
    document: documents.changes,
    since: '1',
    onSign: () => signs.push('sign'),
    onPage: (one) => copy.take('1', one),
    onEnd: (error) => signs.push(`ended: ${error}`),
  })
  const writer = writable.getWriter()
  const write = (text: string) => writer.write(new TextEncoder().encode(text))
  await write(':\n\n')
  await expect.poll(() => signs).toEqual(['sign'])
  // Without its type names no cache knows what it receives.
  expect(sent.match(/__typename/g)).toHaveLength(4)
  await write(`event: next\ndata: ${JSON.stringify({ data: { changes: page('2', 'a') } })}\n\n`)
  await expect.poll(() => applied).toEqual(['a'])
  expect(signs).toEqual(['sign', 'sign'])
  end()
  vi.unstubAllGlobals()
})

test('a page that doesn’t follow makes the copy ask once, and go on with the stream', async () => {
  const { copy, applied, asked, answers } = start()
  answers.set('1', page('4', 'b', 'c', 'd'))
  copy.take('2', page('3', 'c'))
  copy.take('3', page('4', 'd'))
  copy.take('4', page('5', 'e'))
  await expect.poll(copy.readCursor).toBe('5')
  expect(asked).toEqual(['Missed 1'])
  // Twice is as good as once: each is the object as it is now.
  expect(applied).toEqual(['b', 'c', 'd', 'd', 'e'])
})

test('a tab at the cursor of the stream requests nothing; one that is behind does', async () => {
  const { copy, applied, asked, answers, status } = start()
  copy.meet('1')
  await expect.poll(() => status.read().live).toBe(true)
  expect(asked).toEqual([])
  answers.set('1', page('3', 'b'))
  copy.meet('3')
  copy.meet('3')
  await expect.poll(copy.readCursor).toBe('3')
  expect(asked).toEqual(['Missed 1'])
  expect(applied).toEqual(['b'])
})

test('what a person has done since takes precedence over earlier changes of the stream', async () => {
  const { copy, client } = start()
  const tag = gql`query Tag { tag { id name } }`
  const answer = { tag: { __typename: 'Tag', id: 'a', name: 'old' } }
  client.readQuery(tag, {}, { answer })
  const rename = gql`mutation Rename($time: Int) { renameTag(time: $time) { id name } }`
  for (const time of [1, 2]) {
    pipe(
      client.mutation(rename, { time }),
      subscribe(() => {}),
    )
  }
  const read = () => client.readQuery(tag, {}, { requestPolicy: 'cache-only' })?.data.tag.name
  await expect.poll(read).toBe('mine')
  const change = {
    __typename: 'Change',
    id: 'a',
    node: { __typename: 'Tag', id: 'a', name: 'old' },
  }
  for (const cursor of ['2', '3']) {
    copy.take(String(Number(cursor) - 1), { ...page(cursor), changes: [change] })
    await expect.poll(copy.readCursor).toBe(cursor)
    expect(read()).toBe('mine')
  }
})

test('where the API can’t say what was missed, everything is loaded again', async () => {
  const { copy, countResets } = start()
  copy.take('1', { ...page('9'), resetRequired: true })
  await expect.poll(countResets).toBe(1)
  expect(copy.readCursor()).toBe('1')
})
