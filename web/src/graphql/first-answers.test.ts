import { Client, createRequest, fetchExchange, gql } from '@urql/core'
import { expect, test } from 'vitest'
import { createCacheExchange } from './cache.exchange.ts'
import { firstAnswersExchange, readFirstAnswers } from './first-answers.ts'
import { createQueryStore } from './query-store.ts'

const me = createRequest(gql`query Me { me { id name } }`, {})
const list = createRequest(gql`query List($id: ID!) { list(id: $id) { id name } }`, { id: '1' })

test('what came with the page is there at once for whoever asks, and the API isn’t asked', async () => {
  const { client, asked } = startClient()
  readFirstAnswers(client, {
    cursor: 'a cursor',
    requests: [me, list],
    answers: [
      { me: { __typename: 'User', id: '1', name: 'Ada' } },
      { list: { __typename: 'List', id: '1', name: 'Home' } },
    ],
  })
  const store = createQueryStore(client, me, 'cache-first')
  expect(store.read().data).toEqual({ me: { id: '1', name: 'Ada' } })
  store.subscribe(() => {})
  expect(await client.query(list.query, { id: '1' }).toPromise()).toMatchObject({
    data: { list: { name: 'Home' } },
  })
  expect(asked).toEqual([])
})

test('what didn’t come with it is asked for', async () => {
  const { client, asked } = startClient()
  const { data } = await client.query(list.query, { id: '2' }).toPromise()
  expect(data).toEqual({ list: { id: '2', name: 'From the API' } })
  expect(asked).toEqual([{ id: '2' }])
})

test('an answer that came with the page is requested again when a fresh one is wanted', async () => {
  const { client, asked } = startClient()
  readFirstAnswers(client, {
    cursor: 'a cursor',
    requests: [list],
    answers: [{ list: { __typename: 'List', id: '1', name: 'Home' } }],
  })
  const context = { requestPolicy: 'network-only' } as const
  const { data } = await client.query(list.query, { id: '1' }, context).toPromise()
  expect(data).toEqual({ list: { id: '1', name: 'From the API' } })
  expect(asked).toEqual([{ id: '1' }])
})

function startClient() {
  const asked: object[] = []
  const client = new Client({
    url: 'http://api.invalid/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-first',
    fetch: async (_, init) => {
      const { variables } = JSON.parse(String(init?.body))
      asked.push(variables)
      const found = { __typename: 'List', id: variables.id, name: 'From the API' }
      return Response.json({ data: { list: found } })
    },
    exchanges: [createCacheExchange([]), firstAnswersExchange, fetchExchange],
  })
  return { client, asked }
}
