import {
  Client,
  type Exchange,
  gql,
  makeResult,
  type Operation,
  type OperationResult,
} from '@urql/core'
import { expect, test } from 'vitest'
import { filter, makeSubject, map, merge, pipe, tap } from 'wonka'
import { queueExchange } from './queue.exchange.ts'

const add = gql('mutation Add { add { id } }')
const remove = gql('mutation Remove { remove { id } }')
const list = gql('query List { list { id } }')

test('a change is sent in a task of its own, so that it can be seen first', async () => {
  const { client, sent } = queue()
  void client.mutation(add, {}).toPromise()
  await Promise.resolve()
  expect(sent()).toEqual([])
  await expect.poll(sent).toEqual(['mutation'])
})

test('a change waits for the answer of the one before', async () => {
  const { client, sent, answer } = queue()
  const adding = client.mutation(add, {}).toPromise()
  const removing = client.mutation(remove, {}).toPromise()
  await expect.poll(sent).toEqual(['mutation'])
  answer()
  await adding
  expect(sent()).toEqual(['mutation', 'mutation'])
  answer()
  await removing
})

test('a query overtakes changes that wait', async () => {
  const { client, sent } = queue()
  void client.mutation(add, {}).toPromise()
  void client.query(list, {}).toPromise()
  expect(sent()).toEqual(['query'])
  await expect.poll(sent).toEqual(['query', 'mutation'])
})

/** A client whose changes are answered one by one. */
function queue() {
  const sent: Operation[] = []
  const answers = makeSubject<OperationResult>()
  const network: Exchange = () => (operations) => {
    const unanswered = pipe(
      operations,
      tap((operation) => sent.push(operation)),
      filter(() => false),
      map((operation) => makeResult(operation, { data: null })),
    )
    return merge([unanswered, answers.source])
  }
  const client = new Client({
    url: 'http://api.invalid/graphql',
    preferGetMethod: false,
    exchanges: [queueExchange, network],
  })
  return {
    client,
    sent: () => sent.map(({ kind }) => kind).filter((kind) => kind !== 'teardown'),
    /** Answers what was sent last. */
    answer() {
      const last = sent.findLast(({ kind }) => kind !== 'teardown')
      if (last) answers.next(makeResult(last, { data: {} }))
    },
  }
}
