import { afterAll, expect, test } from 'vitest'
import { codesOf } from '../support/ask.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

const createTasks =
  'mutation ($tasks: [NewTaskInput!]!) { createTasks(input: { tasks: $tasks }) { mutationId } }'
const tasksInEach = 300

test('large requests of one person wait for each other, and what can’t wait is refused with nothing done', async () => {
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
