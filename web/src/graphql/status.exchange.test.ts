import { Client, fetchExchange, gql } from '@urql/core'
import { expect, test } from 'vitest'
import { createStatusExchange } from './status.exchange.ts'
import { createSyncStatus, idleSyncState, type SyncState } from './sync-status.ts'

const mutation = gql`mutation Add { add }`
const query = gql`query Read { read }`

test('a change on its way counts until its answer, and is saved then', async () => {
  const { client, states } = startClient(() => Response.json({ data: { add: true } }))
  await client.mutation(mutation, {}).toPromise()
  expect(states).toEqual([
    { ...idleSyncState, pending: 1 },
    { ...idleSyncState, saved: true },
  ])
})

test('reading is not a change', async () => {
  const { client, states } = startClient(() => Response.json({ data: { read: true } }))
  await client.query(query, {}).toPromise()
  expect(states).toEqual([idleSyncState])
})

test.each([
  ['never arrives', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['fails in the API', () => Response.json({ errors: [{ message: 'x' }] }, { status: 500 })],
])('a change that %s is trouble until something succeeds', async (_case, respond) => {
  let broken = true
  const { client, status } = startClient(() =>
    broken ? respond() : Response.json({ data: { read: true } }),
  )
  await client.mutation(mutation, {}).toPromise()
  expect(status.read()).toEqual({ ...idleSyncState, trouble: true })
  broken = false
  await client.query(query, {}).toPromise()
  expect(status.read()).toEqual(idleSyncState)
})

test('a refusal in words is no trouble', async () => {
  const { client, status } = startClient(() => Response.json({ errors: [{ message: 'too long' }] }))
  await client.mutation(mutation, {}).toPromise()
  expect(status.read()).toEqual(idleSyncState)
})

function startClient(respond: () => Response | Promise<Response>) {
  const status = createSyncStatus()
  const states: SyncState[] = []
  status.subscribe(() => states.push(status.read()))
  const client = new Client({
    url: 'http://api.invalid/graphql',
    preferGetMethod: false,
    fetch: async () => respond(),
    exchanges: [createStatusExchange(status), fetchExchange],
  })
  return { client, status, states }
}
