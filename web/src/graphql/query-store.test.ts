import { Client, createRequest, fetchExchange, gql } from '@urql/core'
import { expect, test } from 'vitest'
import { createCacheExchange } from './cache.exchange.ts'
import { createQueryStore, unasked } from './query-store.ts'

const request = createRequest(gql`query Read { me { id name } }`, {})

test('nothing is asked before somebody listens', async () => {
  const { client, asked } = startClient('Ada')
  const store = createQueryStore(client, request, 'cache-first')
  await settle()
  expect(store.read()).toEqual(unasked)
  expect(asked()).toBe(0)

  store.subscribe(() => {})
  await settle()
  expect(nameIn(store)).toBe('Ada')
  expect(store.read().isPending).toBe(false)
  expect(asked()).toBe(1)
})

test('what the cache holds is there at once', async () => {
  const { client, asked } = startClient('Ada')
  createQueryStore(client, request, 'cache-first').subscribe(() => {})
  await settle()
  expect(nameIn(createQueryStore(client, request, 'cache-first'))).toBe('Ada')
  expect(asked()).toBe(1)
})

test('what there was at the beginning stays known, for a page that hydrates', async () => {
  const { client } = startClient('Ada')
  const early = createQueryStore(client, request, 'cache-first')
  early.subscribe(() => {})
  await settle()
  expect(nameIn(early)).toBe('Ada')
  expect(early.readFirst()).toEqual(unasked)
  const late = createQueryStore(client, request, 'cache-first')
  expect(late.readFirst()).toBe(late.read())
})

test('whoever else looks for what isn’t there disturbs nobody who waits for it, or was refused it', async () => {
  const { client, answerWith } = startClient(undefined)
  const store = createQueryStore(client, request, 'cache-first')
  store.subscribe(() => {})
  createQueryStore(client, request, 'cache-first')
  expect(store.read()).toEqual(unasked)
  await settle()
  createQueryStore(client, request, 'cache-first')
  expect(store.read().error?.message).toContain('out of order')

  answerWith('Ada')
  store.refresh()
  await settle()
  expect(nameIn(store)).toBe('Ada')
})

test('nobody is notified while another store looks into the cache, as it does while React renders', async () => {
  const { client, answerWith } = startClient('Ada')
  const store = createQueryStore(client, request, 'cache-first')
  let calls = 0
  store.subscribe(() => {
    calls += 1
  })
  await settle()
  answerWith(undefined)
  store.refresh()
  await settle()

  calls = 0
  createQueryStore(client, request, 'cache-first')
  expect(calls).toBe(0)
  await settle()
  expect(calls).toBe(1)
})

test('a renewal that fails leaves what was there, and says why it failed', async () => {
  const { client, answerWith } = startClient('Ada')
  const store = createQueryStore(client, request, 'cache-first')
  store.subscribe(() => {})
  await settle()
  answerWith(undefined)
  store.refresh()
  expect(store.read().isPending).toBe(true)
  await settle()
  expect(nameIn(store)).toBe('Ada')
  expect(store.read().error?.message).toContain('out of order')

  answerWith('Grace')
  store.refresh()
  await settle()
  expect(nameIn(store)).toBe('Grace')
  expect(store.read().error).toBeUndefined()
})

test('a former listener is not notified, and the last one to leave ends the query', async () => {
  const { client, answerWith } = startClient('Ada')
  const store = createQueryStore(client, request, 'cache-first')
  let calls = 0
  const stop = store.subscribe(() => {
    calls += 1
  })
  await settle()
  const before = calls
  stop()
  answerWith('Grace')
  await client.query(request.query, {}, { requestPolicy: 'network-only' }).toPromise()
  await settle()
  expect(calls).toBe(before)
})

function startClient(first: string | undefined) {
  let name = first
  let count = 0
  const client = new Client({
    url: 'http://api.invalid/graphql',
    preferGetMethod: false,
    exchanges: [createCacheExchange([]), fetchExchange],
    fetch: async () => {
      count += 1
      const me = { __typename: 'User', id: 'u1', name }
      return Response.json(
        name ? { data: { me } } : { errors: [{ message: 'out of order' }], data: null },
      )
    },
  })
  return {
    client,
    asked: () => count,
    /** From now on; undefined for an API that fails. */
    answerWith(next: string | undefined) {
      name = next
    },
  }
}

function nameIn(store: { read: () => { data: { me: { name: string } } | undefined } }) {
  return store.read().data?.me.name
}

/** Lets the answers arrive that are on their way. */
function settle(): Promise<void> {
  return new Promise((done) => setTimeout(done, 20))
}
