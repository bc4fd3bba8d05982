import { afterAll, expect, test } from 'vitest'
import type { Json } from '../support/ask.ts'
import type { Person } from '../support/person.ts'
import { runMutation } from '../support/run-mutation.ts'
import {
  changeTask,
  create,
  createLine,
  createTag,
  outline,
  readTask,
  taskFields,
  taskPayload,
} from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

async function complete(person: Person, id: string): Promise<{ task: Json; nextTask: Json }> {
  return runMutation(
    person,
    'completeTask',
    { id },
    `task { ${taskFields} } nextTask { ${taskFields} }`,
  )
}

async function reopen(id: string) {
  const selection = `task { ${taskFields} } takenBackTaskId keptNextTask { id }`
  return runMutation(ada, 'reopenTask', { id }, selection)
}

/** Days far enough ahead that no occurrence is past while the test runs. */
const [first, second] = ['2099-01-05', '2099-01-12']
const weekly = { rule: 'FREQ=WEEKLY;BYDAY=MO' }

function createWeekly(more: object = {}) {
  return create(ada, { title: 'Weekly', dueOn: first, recurrence: weekly, ...more })
}

test('Reopening removes the completion, and reopening again changes nothing', async () => {
  const task = await create(ada, 'Task')
  expect(await changeTask(ada, 'reopenTask', { id: task.id })).toEqual(task)
  await changeTask(ada, 'completeTask', { id: task.id })
  const open = await changeTask(ada, 'reopenTask', { id: task.id })
  expect(open).toEqual({ ...task, updatedAt: open.updatedAt })
  expect(await changeTask(ada, 'reopenTask', { id: task.id })).toEqual(open)
})

test('Reopening a subtask reopens the completed tasks above it, and nothing else', async () => {
  const [root, child, grandchild] = await createLine(ada, 'root', 'child', 'grandchild')
  const sibling = await create(ada, { title: 'sibling', parentId: child.id })
  await complete(ada, root.id)
  await reopen(grandchild.id)
  for (const { id } of [root, child, grandchild])
    expect((await readTask(ada, id)).completed).toBe(false)
  expect((await readTask(ada, sibling.id)).completed).toBe(true)
})

test('Reopening removes the next occurrence if nobody has changed it', async () => {
  const task = await createWeekly()
  await create(ada, { title: 'sub', parentId: task.id })
  const { nextTask } = await complete(ada, task.id)
  const reopened = await reopen(task.id)
  expect(reopened).toMatchObject({
    task: { completed: false },
    takenBackTaskId: nextTask.id,
    keptNextTask: null,
  })
  expect(await readTask(ada, nextTask.id)).toBeNull()
  // What was completed along stays so.
  expect(await outline(ada, task.id)).toEqual(['✓sub'])
  expect((await complete(ada, task.id)).nextTask.dueOn).toBe(second)
})

const touches: [string, (id: string, subtaskId: string) => Promise<unknown>][] = [
  ['edited', (id) => runMutation(ada, 'updateTask', { id, title: 'Other' }, taskPayload)],
  [
    'tagged',
    async (id) =>
      runMutation(ada, 'updateTask', { id, tagIds: [await createTag(ada, 'touch')] }, taskPayload),
  ],
  ['moved', (id) => runMutation(ada, 'moveTask', { id }, taskPayload)],
  ['completed', (id) => runMutation(ada, 'completeTask', { id }, taskPayload)],
  ['given a subtask', (id) => create(ada, { title: 'new', parentId: id })],
  [
    'changed in a subtask',
    (_id, id) => runMutation(ada, 'updateTask', { id, title: 'Other' }, taskPayload),
  ],
  ['relieved of a subtask', (_id, id) => runMutation(ada, 'deleteTask', { id }, taskPayload)],
]

test.each(touches)(
  'A next occurrence that was %s stays when its task is reopened',
  async (_how, touch) => {
    const task = await createWeekly()
    await create(ada, { title: 'sub', parentId: task.id })
    const { nextTask } = await complete(ada, task.id)
    const data = await ada.data(`{ task(id: "${nextTask.id}") { subtasks { id } } }`)
    await touch(nextTask.id, data.task.subtasks[0].id)
    expect(await reopen(task.id)).toMatchObject({
      task: { completed: false },
      takenBackTaskId: null,
      keptNextTask: { id: nextTask.id },
    })
    // It is still the next one: completing again makes no second.
    expect((await complete(ada, task.id)).nextTask.id).toBe(nextTask.id)
  },
)

test('A next occurrence in the trash is replaced by a new one', async () => {
  const task = await createWeekly()
  const { nextTask } = await complete(ada, task.id)
  await runMutation(ada, 'deleteTask', { id: nextTask.id }, taskPayload)
  expect(await reopen(task.id)).toMatchObject({ takenBackTaskId: null, keptNextTask: null })
  const again = await complete(ada, task.id)
  expect(again.nextTask).toMatchObject({ dueOn: second })
  expect(again.nextTask.id).not.toBe(nextTask.id)
})
