import { afterAll, expect, test } from 'vitest'
import { refusalOf, runMutation, tryMutation } from '../support/run-mutation.ts'
import {
  changeTask,
  create,
  createLine,
  createList,
  inboxOf,
  outline,
  readTask,
  taskPayload,
  topLevel,
} from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

const isTrashed = async (id: string) => (await readTask(ada, id)).deletedAt !== null

test('A deleted task isn’t in the list of tasks, is still found by its id, and can be restored', async () => {
  const task = await create(ada, 'Task')
  expect(await changeTask(ada, 'restoreTask', { id: task.id })).toEqual(task)
  const deleted = await changeTask(ada, 'deleteTask', { id: task.id })
  expect(deleted.deletedAt).toMatch(/Z$/)
  expect(await changeTask(ada, 'deleteTask', { id: task.id })).toEqual(deleted)
  expect(await readTask(ada, task.id)).toEqual(deleted)
  const listIds = async () => {
    const { tasks } = await ada.data('{ tasks(first: 100) { nodes { id } } }')
    return tasks.nodes.map(({ id }: { id: string }) => id)
  }
  expect(await listIds()).not.toContain(task.id)
  const restored = await changeTask(ada, 'restoreTask', { id: task.id })
  expect(restored).toEqual({ ...task, updatedAt: restored.updatedAt })
  expect(await changeTask(ada, 'restoreTask', { id: task.id })).toEqual(restored)
  expect(await listIds()).toContain(task.id)
})

test.each<[string, object]>([
  ['updateTask', { title: 'Other' }],
  ['completeTask', {}],
  ['reopenTask', {}],
])('In the trash, %s is a conflict that says to restore first', async (mutation, input) => {
  const { id } = await create(ada, 'Task')
  const deleted = await changeTask(ada, 'deleteTask', { id })
  const answer = await tryMutation(ada, mutation, { id, ...input }, taskPayload)
  expect(refusalOf(answer)).toMatchObject({ code: 'CONFLICT', paths: ['input.id'] })
  expect(answer.errors?.[0]?.message).toContain('Restore')
  expect(await readTask(ada, id)).toEqual(deleted)
})

test('A completed task stays completed through the trash', async () => {
  const { id } = await create(ada, 'Task')
  const { completedAt } = await changeTask(ada, 'completeTask', { id })
  await changeTask(ada, 'deleteTask', { id })
  expect(await changeTask(ada, 'restoreTask', { id })).toMatchObject({ completedAt })
})

test('Deleting a task deletes its subtasks, and restoring it restores exactly those', async () => {
  const [root, child, grandchild] = await createLine(ada, 'root', 'child', 'grandchild')
  const earlier = await create(ada, { title: 'earlier', parentId: root.id })
  const below = await create(ada, { title: 'below', parentId: earlier.id })
  await runMutation(ada, 'deleteTask', { id: earlier.id }, taskPayload)
  await runMutation(ada, 'deleteTask', { id: root.id }, taskPayload)
  for (const { id } of [root, child, grandchild]) expect(await isTrashed(id)).toBe(true)
  expect(await outline(ada, root.id)).toEqual(['child(grandchild)'])

  const { task } = await runMutation(ada, 'restoreTask', { id: root.id }, taskPayload)
  expect(task).toMatchObject({ deletedAt: null, position: root.position })
  expect(await outline(ada, root.id)).toEqual(['child(grandchild)'])
  for (const { id } of [earlier, below]) expect(await isTrashed(id)).toBe(true)
})

test('A restored task comes back to its position', async () => {
  const listId = await createList(ada, 'Places')
  await create(ada, { title: 'a', listId })
  const b = await create(ada, { title: 'b', listId })
  await create(ada, { title: 'c', listId })
  await runMutation(ada, 'deleteTask', { id: b.id }, taskPayload)
  await create(ada, {
    title: 'after a',
    listId,
    beforeId: (await create(ada, { title: 'd', listId })).id,
  })
  await runMutation(ada, 'restoreTask', { id: b.id }, taskPayload)
  expect(await topLevel(ada, listId)).toEqual(['a', 'b', 'c', 'after a', 'd'])
})

test('A subtask whose parent stays in the trash comes back to the top level of its list', async () => {
  const listId = await createList(ada, 'Orphans')
  const parent = await create(ada, { title: 'parent', listId })
  const child = await create(ada, { title: 'child', parentId: parent.id })
  await create(ada, { title: 'grandchild', parentId: child.id })
  await create(ada, { title: 'sibling', parentId: parent.id })
  await runMutation(ada, 'deleteTask', { id: parent.id }, taskPayload)
  const { task } = await runMutation(ada, 'restoreTask', { id: child.id }, taskPayload)
  expect(task).toMatchObject({ parent: null, list: { id: listId }, deletedAt: null })
  expect(await outline(ada, child.id)).toEqual(['grandchild'])
  expect(await topLevel(ada, listId)).toEqual(['child'])
  // The rest comes back with the parent.
  await runMutation(ada, 'restoreTask', { id: parent.id }, taskPayload)
  expect(await outline(ada, parent.id)).toEqual(['sibling'])
})

test('A task whose list stays in the trash comes back to the inbox', async () => {
  const listId = await createList(ada, 'Doomed')
  const task = await create(ada, { title: 'saved', listId })
  const child = await create(ada, { title: 'below', parentId: task.id })
  const stays = await create(ada, { title: 'stays', listId })
  await runMutation(ada, 'deleteList', { id: listId }, 'list { id }')
  const restored = await runMutation(ada, 'restoreTask', { id: task.id }, taskPayload)
  const inbox = await inboxOf(ada)
  expect(restored.task).toMatchObject({ list: { id: inbox }, parent: null, deletedAt: null })
  expect(await readTask(ada, child.id)).toMatchObject({ list: { id: inbox }, deletedAt: null })
  await runMutation(ada, 'restoreList', { id: listId }, 'list { id }')
  expect(await readTask(ada, stays.id)).toMatchObject({ deletedAt: null, list: { id: listId } })
  expect(await readTask(ada, task.id)).toMatchObject({ list: { id: inbox } })
})

test('An open task reopens the completed parent it comes back to', async () => {
  const [parent, child] = await createLine(ada, 'parent', 'child')
  await runMutation(ada, 'deleteTask', { id: child.id }, taskPayload)
  await runMutation(ada, 'completeTask', { id: parent.id }, taskPayload)
  await runMutation(ada, 'restoreTask', { id: child.id }, taskPayload)
  expect((await readTask(ada, parent.id)).completed).toBe(false)
})

test('Of several tasks, those under another named one are deleted and restored with it', async () => {
  const [root, child] = await createLine(ada, 'root', 'child')
  const other = await create(ada, 'other')
  const ids = [child.id, root.id, other.id]
  expect(await runMutation(ada, 'deleteTasks', { ids }, 'changedCount')).toMatchObject({
    changedCount: 3,
  })
  await runMutation(ada, 'restoreTask', { id: root.id }, taskPayload)
  expect(await outline(ada, root.id)).toEqual(['child'])
  await runMutation(ada, 'deleteTask', { id: root.id }, taskPayload)
  const back = await runMutation(
    ada,
    'restoreTasks',
    { ids },
    'changedCount tasks { parent { id } }',
  )
  expect(back).toMatchObject({
    changedCount: 3,
    tasks: [{ parent: { id: root.id } }, { parent: null }, { parent: null }],
  })
})
