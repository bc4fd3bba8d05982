import { Client, fetchExchange, gql } from '@urql/core'
import { expect, test } from 'vitest'
import { pipe, subscribe } from 'wonka'
import { createCacheExchange } from './cache.exchange.ts'

const names = gql`{ list { id name } }`
const counts = gql`{ list { id name openTaskCount } }`

test.each([
  ['a cached answer reaches everybody whom it concerns', false, ['Home', 'House']],
  ['an uncached answer reaches the one who asked, and nobody else', true, ['Home']],
])('%s', async (_, uncached, expected) => {
  const client = startClient(['Home', 'House'])
  const seen: string[] = []
  pipe(
    client.query(names, {}),
    subscribe(({ data }) => seen.push(data.list.name)),
  )
  await expect.poll(() => seen).toEqual(['Home'])
  const { data } = await client.query(counts, {}, { uncached }).toPromise()
  expect(data.list.name).toBe('House')
  expect(seen).toEqual(expected)
})

function startClient(answers: string[]): Client {
  return new Client({
    url: 'http://api.invalid/graphql',
    preferGetMethod: false,
    fetch: async () => {
      const list = { __typename: 'List', id: '1', name: answers.shift(), openTaskCount: 3 }
      return Response.json({ data: { list } })
    },
    exchanges: [createCacheExchange([]), fetchExchange],
  })
}
