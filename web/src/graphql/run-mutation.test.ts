import { Client, fetchExchange, gql } from '@urql/core'
import { expect, test } from 'vitest'
import { runMutation } from './run-mutation.ts'
import { peekDone, waitForAnswers } from './undo-stack.ts'

const change = gql`mutation Change { change { mutationId } }`

test('what was done last is known once its answer is there, which can be waited for', async () => {
  const { client, hold } = startClient()
  hold()('first')
  await runMutation(client, change, {})
  const answer = hold()
  void runMutation(client, change, {})
  const known = waitForAnswers(client).then(() => peekDone(client))
  answer('second')
  await expect(known).resolves.toBe('second')
})

test('a refused change is waited for as well, and leaves the one before as the last', async () => {
  const { client, hold } = startClient()
  hold()('first')
  void runMutation(client, change, {})
  await waitForAnswers(client)
  const answer = hold()
  const refused = runMutation(client, change, {})
  const known = waitForAnswers(client).then(() => peekDone(client))
  answer(undefined)
  await expect(known).resolves.toBe('first')
  await expect(refused).resolves.toMatchObject({ ok: false })
})

function startClient() {
  const answers: Promise<Response>[] = []
  const client = new Client({
    url: 'http://api.invalid/graphql',
    preferGetMethod: false,
    exchanges: [fetchExchange],
    fetch: () =>
      answers.shift() ?? Promise.reject(new Error('No answer was held for this change.')),
  })
  return {
    client,
    /** Makes the next change wait; gives the function that answers it, `undefined` with a refusal. */
    hold() {
      const { promise, resolve } = Promise.withResolvers<Response>()
      answers.push(promise)
      return (mutationId: string | undefined) =>
        resolve(
          Response.json(
            mutationId
              ? { data: { change: { mutationId } } }
              : { data: null, errors: [{ message: 'no' }] },
          ),
        )
    },
  }
}
