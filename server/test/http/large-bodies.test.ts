import { once } from 'node:events'
import { request } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { codesOf } from '../support/ask.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

const createTasks =
  'mutation ($tasks: [NewTaskInput!]!) { createTasks(input: { tasks: $tasks }) { mutationId } }'
const tasksInEach = 300

test('one person’s large requests wait for each other, and those that can’t wait are refused', async () => {
  const { ada, bob } = await app.createPeople('ada', 'bob')
  const description = 'x'.repeat(200)
  const tasks = Array.from({ length: tasksInEach }, (_, nth) => ({
    title: `Task ${nth}`,
    description,
  }))
  const sent = Array.from({ length: 40 }, () => ada.gql(createTasks, { tasks }))
  expect((await bob.gql('{ me { id } }')).data.me.id).toBe(bob.userId)
  const answers = await Promise.all(sent)
  const refused = answers.filter(({ status }) => status === 429)
  const done = answers.filter(({ status, errors }) => status === 200 && !errors)
  expect(refused.length).toBeGreaterThan(0)
  expect(done.length).toBeGreaterThan(20)
  expect(done.length + refused.length).toBe(answers.length)
  for (const answer of refused) {
    expect(codesOf(answer)).toEqual(['RATE_LIMITED'])
    expect(answer.headers.get('retry-after')).toBe('1')
    expect(answer.errors?.[0]?.message).toContain('Send fewer at once')
  }
  const { totalCount } = (await ada.data('{ tasks(first: 1) { totalCount } }')).tasks
  expect(totalCount).toBe(done.length * tasksInEach)
})

test('a large body isn’t read before the same person’s earlier one', async () => {
  const { ada, bob } = await app.createPeople('ada', 'bob')
  const order: string[] = []
  const headers = { authorization: `Bearer ${ada.token}`, 'content-type': 'application/json' }
  // It is cached from now on, so that the first to arrive has the first turn.
  await ada.gql('{ me { id } }')
  const outgoing = request(`${app.url}/graphql`, {
    method: 'POST',
    headers: { ...headers, expect: '100-continue' },
  })
  const answered = once(outgoing, 'response').then(() => order.push('slow'))
  outgoing.flushHeaders()
  await once(outgoing, 'continue')
  outgoing.write('{"query": "{ me { id } }",')
  const large = (person: typeof ada) =>
    person.gql('query ($text: String) { me { id } }', { text: 'x'.repeat(60_000) })
  const second = large(ada).then(() => order.push('second'))
  await large(bob).then(() => order.push('bob’s'))
  expect((await ada.gql('{ me { id } }')).status).toBe(200)
  order.push('ada’s small one')
  outgoing.end('"variables": {}}')
  await Promise.all([answered, second])
  expect(order).toEqual(['bob’s', 'ada’s small one', 'slow', 'second'])
})
