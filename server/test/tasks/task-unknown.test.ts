import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { bytesOf, refusalOf, tryMutation } from '../support/run-mutation.ts'
import { addTasks, changeTask, create, readTask, taskPayload } from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')

const mutations = [
  'updateTask',
  'moveTask',
  'completeTask',
  'reopenTask',
  'skipOccurrence',
  'deleteTask',
  'restoreTask',
]

test.each(mutations)('%s treats another person’s task like an unknown one', async (name) => {
  const task = await create(ada, 'hers')
  const foreign = await tryMutation(bob, name, { id: task.id }, taskPayload)
  expect(refusalOf(foreign)).toMatchObject({ code: 'NOT_FOUND', paths: ['input.id'] })
  for (const id of [randomUUID(), '', 'x', 'no uuid', '\u0000', `${randomUUID()} `])
    expect(bytesOf(await tryMutation(bob, name, { id }, taskPayload))).toBe(bytesOf(foreign))
  expect(await readTask(ada, task.id)).toEqual(task)
})

test('An id may be written in capitals', async () => {
  const [task] = await addTasks(ada, 'Task')
  const id = task?.id.toUpperCase() ?? ''
  expect(await readTask(ada, id)).toMatchObject({ id: task?.id })
  expect(await changeTask(ada, 'completeTask', { id })).toMatchObject({ id: task?.id })
})
