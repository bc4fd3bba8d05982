import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { codesOf } from './support/ask.ts'
import { runMutation } from './support/run-mutation.ts'
import { create, readTask } from './support/task-operations.ts'
import { startTestApp } from './support/test-app.ts'
import { testServerUrl } from './support/test-database.ts'

const app = await startTestApp({ env: { DATABASE_LOCK_TIMEOUT: '1' } })
afterAll(() => app[Symbol.asyncDispose]())

const threeOfWhichOneFails = `mutation ($free: ID!) {
  first: createTask(input: { title: "First" }) { task { title } mutationId }
  second: completeTask(input: { id: $free }) { task { title } mutationId }
  third: createTask(input: { title: "Third" }) { task { title } mutationId }
}`

test('several mutations in one request are answered independently', async () => {
  const ada = await app.createPerson('ada')
  const answer = await ada.gql(threeOfWhichOneFails, { free: randomUUID() })
  expect(answer.status).toBe(200)
  expect(answer.data).toMatchObject({
    first: { task: { title: 'First' }, mutationId: expect.any(String) },
    second: null,
    third: { task: { title: 'Third' }, mutationId: expect.any(String) },
  })
  const failures = answer.errors?.map(({ path, extensions }) => [path, extensions.code])
  expect(failures).toEqual([[['second'], 'NOT_FOUND']])
})

test('what happened before a failed mutation can be undone by the returned id', async () => {
  const ada = await app.createPerson('ada')
  const { data } = await ada.gql(threeOfWhichOneFails, { free: randomUUID() })
  await runMutation(ada, 'undo', { mutationId: data.first.mutationId }, 'mutationId')
  const left = await ada.gql('{ tasks { nodes { title } } }')
  expect(left.data.tasks.nodes).toEqual([{ title: 'Third' }])
})

test('a single mutation that failed is null', async () => {
  const ada = await app.createPerson('ada')
  const answer = await ada.gql('mutation { createTask(input: { title: "" }) { mutationId } }')
  expect(answer.data).toEqual({ createTask: null })
  expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT'])
})

// The embedded database has one session, and the test would hold the row in it.
test.skipIf(!testServerUrl)(
  'once something has happened, the status of a mutation that has to wait isn’t the request’s (needs TEST_DATABASE_URL)',
  async () => {
    const ada = await app.createPerson('ada')
    // The second waits for a row that is locked for longer than a statement may take.
    const { task } = await runMutation(ada, 'createTask', { title: 'Held' }, 'task { id }')
    const answer = await app.owner.transaction().execute(async (held) => {
      await held.selectFrom('task').where('id', '=', task.id).forUpdate().selectAll().execute()
      return ada.gql(
        `mutation ($id: ID!) {
        made: createTask(input: { title: "Made" }) { mutationId }
        held: updateTask(input: { id: $id, title: "Changed" }) { mutationId }
      }`,
        { id: task.id },
      )
    })
    expect(answer.data).toEqual({ made: { mutationId: expect.any(String) }, held: null })
    expect(answer.errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE')
    expect(answer.status).toBe(200)
  },
)

test('mutations of one request run in order, independently', async () => {
  const ada = await app.createPerson('ada')
  const { id } = await create(ada, 'Task')
  const answer = await ada.gql(
    `mutation ($id: ID!) {
      a: completeTask(input: { id: $id }) { task { completed } }
      b: updateTask(input: { id: $id, title: "" }) { task { title } }
      c: updateTask(input: { id: $id, title: "Third" }) { task { title completed } }
    }`,
    { id },
  )
  expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
  expect(await readTask(ada, id)).toMatchObject({ completed: true, title: 'Third' })
})
