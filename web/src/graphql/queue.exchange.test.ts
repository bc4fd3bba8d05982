import {
  Client,
  type Exchange,
  gql,
  makeErrorResult,
  makeResult,
  type Operation,
  type OperationResult,
} from '@urql/core'
import { afterEach, expect, test, vi } from 'vitest'
import { filter, makeSubject, map, merge, pipe, tap } from 'wonka'
import { queueExchange } from './queue.exchange.ts'
import { SessionEndedError } from './token-source.ts'

afterEach(() => void vi.useRealTimers())

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

test('a change that is the same when it is sent twice is sent again while the API is away, and the next one waits', async () => {
  vi.useFakeTimers()
  const { client, sent, answer } = queue()
  const adding = client.mutation(add, {}, { repeats: true }).toPromise()
  void client.mutation(remove, {}).toPromise()
  await vi.advanceTimersByTimeAsync(0)
  answer(new TypeError('Failed to fetch'))
  await vi.advanceTimersByTimeAsync(2_000)
  answer(new TypeError('Failed to fetch'))
  await vi.advanceTimersByTimeAsync(2_000)
  expect(sent()).toEqual(['mutation', 'mutation', 'mutation'])
  answer()
  expect((await adding).error).toBeUndefined()
  expect(sent()).toHaveLength(4)
})

test.each([
  ['of any other kind', {}, new TypeError('Failed to fetch')],
  ['whose session has ended', { repeats: true }, new SessionEndedError(false)],
])('a change %s is sent once', async (_, context, error) => {
  vi.useFakeTimers()
  const { client, sent, answer } = queue()
  const adding = client.mutation(add, {}, context).toPromise()
  await vi.advanceTimersByTimeAsync(0)
  answer(error)
  expect((await adding).error?.networkError).toBe(error)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent()).toHaveLength(1)
})

test('after a minute of attempts a mutation fails because the API is out of reach', async () => {
  vi.useFakeTimers()
  const { client, sent, answer } = queue()
  const adding = client.mutation(add, {}, { repeats: true }).toPromise()
  const settled = vi.fn()
  void adding.then(settled)
  const next = client.mutation(remove, {}, { repeats: true }).toPromise()
  await vi.advanceTimersByTimeAsync(0)
  for (let second = 0; second <= 62; second += 2) {
    expect(settled).not.toHaveBeenCalled()
    answer(new TypeError('Failed to fetch'))
    await vi.advanceTimersByTimeAsync(2_000)
  }
  expect((await adding).error?.networkError).toBeInstanceOf(TypeError)
  // What waited behind it was sent once, and waits no further minute.
  answer(new TypeError('Failed to fetch'))
  expect((await next).error?.networkError).toBeInstanceOf(TypeError)
  expect(sent()).toHaveLength(33)
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
    /** Answers what was sent last, or has it fail on its way. */
    answer(error?: Error) {
      const last = sent.findLast(({ kind }) => kind !== 'teardown')
      if (!last) return
      answers.next(error ? makeErrorResult(last, error) : makeResult(last, { data: {} }))
    },
  }
}
