import { Client, createRequest, gql, type Operation } from '@urql/core'
import { expect, test } from 'vitest'
import { filter, map, pipe, subscribe } from 'wonka'
import { createHoldExchange } from './hold.exchange.ts'

const query = gql('{ me { id } }')
const complete = gql('mutation Complete { complete { id } }')
const add = gql('mutation Add { add { id } }')
const changes = gql('subscription Changes { changes { id } }')

test('queries pass, and changes wait for what they need, in their order', async () => {
  const { client, passed, attempts } = start()
  void client.mutation(complete, {}).toPromise()
  void client.query(query, {}).toPromise()
  pipe(
    client.subscription(changes, {}),
    subscribe(() => {}),
  )
  expect(passed).toEqual(['query'])
  attempts[0]?.resolve()
  await settle()
  expect(passed).toEqual(['query', 'mutation', 'subscription'])

  void client.mutation(add, {}).toPromise()
  expect(passed).toEqual(['query', 'mutation', 'subscription', 'mutation'])
  expect(attempts).toHaveLength(1)
})

test('what could not be loaded holds nothing up for good, and is tried again by the next', async () => {
  const { client, passed, attempts } = start()
  void client.mutation(complete, {}).toPromise()
  attempts[0]?.reject(new Error('out of reach'))
  await settle()
  expect(passed).toEqual(['mutation'])
  void client.mutation(add, {}).toPromise()
  expect(passed).toEqual(['mutation'])
  attempts[1]?.resolve()
  await settle()
  expect(passed).toEqual(['mutation', 'mutation'])
})

test('what nobody waits for any more is not begun', async () => {
  const { client, passed, attempts } = start()
  const { unsubscribe } = pipe(
    client.executeSubscription(createRequest(changes, {})),
    subscribe(() => {}),
  )
  unsubscribe()
  attempts[0]?.resolve()
  await settle()
  expect(passed).toEqual([])
})

function start() {
  const passed: Operation['kind'][] = []
  const attempts: PromiseWithResolvers<void>[] = []
  const client = new Client({
    url: 'http://api.invalid/graphql',
    preferGetMethod: false,
    exchanges: [
      createHoldExchange(() => {
        const attempt = Promise.withResolvers<void>()
        attempts.push(attempt)
        return attempt.promise
      }),
      // Answers nothing.
      () => (operations) =>
        pipe(
          operations,
          map((operation) => {
            passed.push(operation.kind)
            return operation
          }),
          filter(() => false),
        ) as never,
    ],
  })
  return { client, passed, attempts }
}

const settle = () => new Promise((resolve) => setTimeout(resolve))
