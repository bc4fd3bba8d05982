import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccessToken } from '../support/access-token.ts'
import { followLive } from '../support/live-changes.ts'
import type { Person } from '../support/person.ts'
import { refusalOf, runMutation, tryMutation } from '../support/run-mutation.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

let app: TestApp
let ada: Person
let bob: Person
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app?.[Symbol.asyncDispose]())

async function begin() {
  ;({ ada, bob } = await app.createPeople('ada', 'bob'))
}

async function make(title: string, input: object = {}, person = ada): Promise<string> {
  return (await runMutation(person, 'createTask', { title, ...input }, 'task { id }')).task.id
}

async function trash(...ids: string[]): Promise<void> {
  await runMutation(ada, 'deleteTasks', { ids }, 'mutationId')
}

async function makeTrashed(title = 'Old', input: object = {}): Promise<string> {
  const id = await make(title, input)
  await trash(id)
  return id
}

async function makeList(name = 'Trip'): Promise<string> {
  return (await runMutation(ada, 'createList', { name }, 'list { id }')).list.id
}

async function exists(id: string, person = ada): Promise<boolean> {
  return (await person.data('query ($id: ID!) { node(id: $id) { id } }', { id })).node !== null
}

/** Many rows at once, beyond what a mutation creates. */
async function fillTrash(count: number, columns: object = {}): Promise<void> {
  const { id } = await app.owner
    .selectFrom('list')
    .select('id')
    .where('user_id', '=', ada.userId)
    .executeTakeFirstOrThrow()
  for (let from = 0; from < count; from += 1_000) {
    const rows = Array.from({ length: Math.min(1_000, count - from) }, (_, nth) => ({
      user_id: ada.userId,
      id: randomUUID(),
      list_id: id,
      title: 'Old',
      position: `b${String(from + nth).padStart(6, '0')}`,
      deleted_at: '2026-11-01T00:00:00Z',
      ...columns,
    }))
    await app.owner.insertInto('task').values(rows).execute()
  }
}

const emptied = 'mutationId deletedTaskCount deletedListCount remainingCount'
const empty = (input: object = {}) => runMutation(ada, 'emptyTrash', input, emptied)

describe('tasks', () => {
  beforeAll(begin)

  test('one in the trash is deleted for good', async () => {
    const id = await makeTrashed()
    const payload = await runMutation(ada, 'deleteTaskForGood', { id }, 'deletedTaskId')
    expect(payload).toEqual({ deletedTaskId: id })
    expect(await exists(id)).toBe(false)
  })

  test('what is under it goes along, when it was put into the trash before, too', async () => {
    const parent = await make('Parent')
    const [child, earlier] = [
      await make('Child', { parentId: parent }),
      await make('Earlier', { parentId: parent }),
    ]
    const grandchild = await make('Grandchild', { parentId: child })
    const beside = await makeTrashed('Beside')
    await trash(earlier)
    await trash(parent)
    await runMutation(ada, 'deleteTaskForGood', { id: parent }, 'mutationId')
    for (const id of [parent, child, earlier, grandchild]) expect(await exists(id)).toBe(false)
    expect(await exists(beside)).toBe(true)
  })

  test('a subtask is deleted without its parent', async () => {
    const parent = await make('Parent')
    const child = await makeTrashed('Child', { parentId: parent })
    await runMutation(ada, 'deleteTaskForGood', { id: child }, 'mutationId')
    expect([await exists(child), await exists(parent)]).toEqual([false, true])
  })

  test('one outside the trash is refused by name, and stays', async () => {
    const id = await make('Mine')
    expect(refusalOf(await tryMutation(ada, 'deleteTaskForGood', { id }))).toMatchObject({
      code: 'CONFLICT',
      paths: ['input.id'],
      message: expect.stringContaining('isn’t in the trash'),
    })
    const trashed = await makeTrashed()
    expect(
      refusalOf(await tryMutation(ada, 'deleteTasksForGood', { ids: [trashed, id] })),
    ).toMatchObject({ code: 'CONFLICT', paths: ['input.ids.1'] })
    expect([await exists(id), await exists(trashed)]).toEqual([true, true])
  })

  test('of several, each counts for itself if it should', async () => {
    const [good, other] = [await makeTrashed(), await makeTrashed()]
    const living = await make('Mine')
    const unknown = randomUUID()
    const ids = [good, living, unknown, other.toUpperCase()]
    const payload = 'deletedTaskIds results { id task { id } error { code reason } }'
    const answer = await runMutation(ada, 'deleteTasksForGood', { ids, mode: 'EACH' }, payload)
    expect(answer).toEqual({
      deletedTaskIds: [good, other],
      results: [
        { id: good, task: null, error: null },
        { id: living, task: null, error: { code: 'CONFLICT', reason: 'NOT_IN_TRASH' } },
        { id: unknown, task: null, error: { code: 'NOT_FOUND', reason: null } },
        { id: other, task: null, error: null },
      ],
    })
    expect([await exists(good), await exists(living)]).toEqual([false, true])
  })

  test('none and more than a thousand are refused', async () => {
    const refused = async (ids: string[]) =>
      refusalOf(await tryMutation(ada, 'deleteTasksForGood', { ids }))?.code
    expect(await refused([])).toBe('BAD_USER_INPUT')
    expect(await refused(Array.from({ length: 1_001 }, () => randomUUID()))).toBe('LIMIT_EXCEEDED')
  })

  test('those of somebody else are answered like unknown ones, and stay', async () => {
    const theirs = await make('Bob’s', {}, bob)
    await runMutation(bob, 'deleteTask', { id: theirs }, 'mutationId')
    const answers = await Promise.all(
      [theirs, randomUUID()].map(async (id) =>
        refusalOf(await tryMutation(ada, 'deleteTaskForGood', { id })),
      ),
    )
    expect(answers[0]).toMatchObject({ code: 'NOT_FOUND' })
    expect(answers[0]).toEqual(answers[1])
    await empty()
    expect(await exists(theirs, bob)).toBe(true)
  })

  test('a task that repeats it stays, and forgets it', async () => {
    const rule = { dueOn: '2099-01-05', recurrence: { rule: 'FREQ=DAILY' } }
    const id = await make('Often', rule)
    const { nextTask } = await runMutation(ada, 'completeTask', { id }, 'nextTask { id }')
    await trash(id)
    await runMutation(ada, 'deleteTaskForGood', { id }, 'mutationId')
    expect(await exists(nextTask.id)).toBe(true)
  })

  test('a repetition under its key or its id gives the first answer', async () => {
    for (const name of [{ idempotencyKey: 'once' }, { newMutationId: randomUUIDv7() }]) {
      const ids = [await makeTrashed()]
      const input = { ids, ...name }
      const ask = () => runMutation(ada, 'deleteTasksForGood', input, 'mutationId deletedTaskIds')
      expect(await ask()).toEqual(await ask())
    }
  })

  test('a dry run deletes nothing, and tells of all that would go', async () => {
    const parent = await make('Parent')
    await make('Child', { parentId: parent })
    await trash(parent)
    const { wouldChange } = await runMutation(
      ada,
      'deleteTaskForGood',
      { id: parent, dryRun: true },
      'wouldChange { totalCount changes { name operation } }',
    )
    expect(wouldChange.totalCount).toBe(2)
    expect(wouldChange.changes).toContainEqual({ name: 'Child', operation: 'DELETED' })
    expect(await exists(parent)).toBe(true)
  })

  test('it takes the scope to write, and of its answer the one to read', async () => {
    const id = await makeTrashed()
    const [reader, writer] = [
      (await createAccessToken(ada, { scopes: ['TASKS_READ'] })).bearer,
      (await createAccessToken(ada, { scopes: ['TASKS_WRITE'] })).bearer,
    ]
    for (const [name, input] of [
      ['deleteTaskForGood', { id }],
      ['deleteTasksForGood', { ids: [id] }],
      ['deleteListForGood', { id }],
      ['emptyTrash', {}],
    ] as const)
      expect(refusalOf(await tryMutation(reader, name, input))?.code).toBe('FORBIDDEN')
    const shown = await tryMutation(writer, 'deleteTaskForGood', { id }, 'deletedTaskId')
    expect(refusalOf(shown)?.code).toBe('FORBIDDEN')
    expect(await exists(id)).toBe(true)
    await runMutation(writer, 'deleteTaskForGood', { id }, 'mutationId')
    expect(await exists(id)).toBe(false)
  })

  test('whoever follows the changes learns that they are gone', async () => {
    const parent = await make('Parent')
    const child = await make('Child', { parentId: parent })
    await trash(parent)
    const { syncCursor } = await ada.data('{ syncCursor }')
    using live = await followLive(app.url, ada, syncCursor)
    // The first event says that nothing has happened since the cursor.
    expect((await live.next())?.data.data.changes.changes).toEqual([])
    await runMutation(ada, 'deleteTaskForGood', { id: parent }, 'mutationId')
    const query = 'query ($since: SyncCursor) { changes(since: $since) { changes { id deleted } } }'
    const { changes } = (await ada.data(query, { since: syncCursor })).changes
    expect(changes).toHaveLength(2)
    for (const id of [parent, child]) expect(changes).toContainEqual({ id, deleted: true })
    const heard = (await live.next())?.data.data.changes.changes
    expect(heard.map(({ id }: { id: string }) => id).toSorted()).toEqual([parent, child].toSorted())
    for (const change of heard) expect(change).toMatchObject({ deleted: true, node: null })
  })
})

describe('undo', () => {
  beforeAll(begin)

  const reasonOf = async (name: 'undo' | 'redo', mutationId: string) => {
    const [error] = (await tryMutation(ada, name, { mutationId })).errors ?? []
    return error?.extensions.reason
  }

  test('it can’t be undone or redone', async () => {
    const id = await makeTrashed()
    const { mutationId } = await runMutation(ada, 'deleteTaskForGood', { id }, 'mutationId')
    expect(await reasonOf('undo', mutationId)).toBe('DELETED_FOR_GOOD')
    expect(await reasonOf('redo', mutationId)).toBe('DELETED_FOR_GOOD')
    await makeTrashed()
    const whole = await empty()
    expect(await reasonOf('undo', whole.mutationId)).toBe('DELETED_FOR_GOOD')
    expect(await exists(id)).toBe(false)
  })

  test('no undo or redo of an earlier change brings back what is gone', async () => {
    const created = await runMutation(ada, 'createTask', { title: 'A' }, 'mutationId task { id }')
    const { id } = created.task
    const changed = await runMutation(ada, 'updateTask', { id, title: 'B' }, 'mutationId')
    const undone = await runMutation(ada, 'undo', { mutationId: changed.mutationId }, 'mutationId')
    const trashed = await runMutation(ada, 'deleteTask', { id }, 'mutationId')
    await runMutation(ada, 'deleteTaskForGood', { id }, 'mutationId')
    for (const { mutationId } of [created, changed, undone, trashed]) {
      if (mutationId !== created.mutationId)
        expect(await reasonOf('undo', mutationId)).toBe('DELETED_FOR_GOOD')
      expect(await reasonOf('redo', mutationId)).toBe('DELETED_FOR_GOOD')
    }
    expect(await exists(id)).toBe(false)
  })

  test('of a change to several, the refusal names those that are gone', async () => {
    const ids = [await make('One'), await make('Two')]
    const { mutationId } = await runMutation(ada, 'deleteTasks', { ids }, 'mutationId')
    await runMutation(ada, 'deleteTaskForGood', { id: ids[1] }, 'mutationId')
    const refusal = refusalOf(await tryMutation(ada, 'undo', { mutationId }))
    expect(refusal?.paths).toEqual([`task.${ids[1]}`])
    await runMutation(ada, 'restoreTask', { id: ids[0] }, 'mutationId')
  })

  test('what came after in the log can be undone as ever', async () => {
    const id = await makeTrashed()
    await runMutation(ada, 'deleteTaskForGood', { id }, 'mutationId')
    const { mutationId } = await runMutation(ada, 'createTag', { name: 'later' }, 'mutationId')
    expect((await tryMutation(ada, 'undo', { mutationId })).errors).toBeUndefined()
  })
})

describe('lists', () => {
  beforeAll(begin)

  test('one in the trash is deleted for good with its tasks', async () => {
    const listId = await makeList()
    const parent = await make('Pack', { listId })
    const child = await make('Socks', { parentId: parent })
    const other = await makeTrashed('Elsewhere')
    await runMutation(ada, 'deleteList', { id: listId }, 'mutationId')
    expect(await runMutation(ada, 'deleteListForGood', { id: listId }, emptied)).toMatchObject({
      deletedTaskCount: 2,
      deletedListCount: 1,
      remainingCount: 0,
    })
    for (const id of [listId, parent, child]) expect(await exists(id)).toBe(false)
    expect(await exists(other)).toBe(true)
  })

  test('one outside the trash is refused, and so is an unknown one', async () => {
    const id = await makeList()
    expect(refusalOf(await tryMutation(ada, 'deleteListForGood', { id }))).toMatchObject({
      code: 'CONFLICT',
      paths: ['input.id'],
    })
    const refused = await tryMutation(ada, 'deleteListForGood', { id: randomUUID() })
    expect(refusalOf(refused)?.code).toBe('NOT_FOUND')
    expect(await exists(id)).toBe(true)
  })

  test('a large one is deleted in pieces, the list with the last', async () => {
    const id = await makeList('Large')
    await fillTrash(1_200, { list_id: id, trashed_with: id })
    await runMutation(ada, 'deleteList', { id }, 'mutationId')
    const piece = () => runMutation(ada, 'deleteListForGood', { id }, emptied)
    expect(await piece()).toMatchObject({
      deletedTaskCount: 1_000,
      deletedListCount: 0,
      remainingCount: 201,
    })
    expect(await exists(id)).toBe(true)
    expect(await piece()).toMatchObject({
      deletedTaskCount: 200,
      deletedListCount: 1,
      remainingCount: 0,
    })
    expect(await exists(id)).toBe(false)
  })
})

describe('emptying the trash', () => {
  beforeAll(begin)

  test('deletes tasks, subtasks and lists, and nothing outside', async () => {
    const listId = await makeList()
    await make('Pack', { listId })
    await runMutation(ada, 'deleteList', { id: listId }, 'mutationId')
    const parent = await make('Parent')
    const child = await make('Child', { parentId: parent })
    await make('Grandchild', { parentId: child })
    await trash(parent)
    const kept = [await make('Kept'), await makeList('Kept')]
    expect(await empty()).toMatchObject({
      deletedTaskCount: 4,
      deletedListCount: 1,
      remainingCount: 0,
    })
    expect(await exists(listId)).toBe(false)
    for (const id of kept) expect(await exists(id)).toBe(true)
    expect(await empty()).toMatchObject({ deletedTaskCount: 0, deletedListCount: 0 })
  })

  test('leaves what was put there after a moment', async () => {
    const [before, after] = [await makeTrashed('Seen'), await makeTrashed('Unseen')]
    const { task } = await ada.data('query ($id: ID!) { task(id: $id) { deletedAt } }', {
      id: before,
    })
    const newer = new Date(Date.parse(task.deletedAt) + 1_000)
    await app.owner.updateTable('task').set({ deleted_at: newer }).where('id', '=', after).execute()
    expect(await empty({ deletedUntil: task.deletedAt })).toMatchObject({
      deletedTaskCount: 1,
      remainingCount: 0,
    })
    expect([await exists(before), await exists(after)]).toEqual([false, true])
    await empty()
  })

  test('a call deletes a thousand, and says how many are left', async () => {
    await fillTrash(2_300)
    const calls = [await empty(), await empty(), await empty()]
    expect(calls.map(({ deletedTaskCount }) => deletedTaskCount)).toEqual([1_000, 1_000, 300])
    expect(calls.map(({ remainingCount }) => remainingCount)).toEqual([1_300, 300, 0])
  })

  test('a task with more under it than a piece holds goes with the last piece', async () => {
    const parent = await make('Parent')
    await fillTrash(1_100, { parent_id: parent, trashed_with: parent })
    await trash(parent)
    // The one that has been there longest, so that its turn would be first.
    const longAgo = { deleted_at: '2026-10-01T00:00:00Z' }
    await app.owner.updateTable('task').set(longAgo).where('id', '=', parent).execute()
    expect(await empty()).toMatchObject({ deletedTaskCount: 1_000, remainingCount: 101 })
    expect(await exists(parent)).toBe(true)
    expect(await empty()).toMatchObject({ deletedTaskCount: 101, remainingCount: 0 })
  })

  test('a dry run tells of a piece, and deletes nothing', async () => {
    const id = await makeTrashed('Still here')
    const { wouldChange } = await runMutation(
      ada,
      'emptyTrash',
      { dryRun: true },
      'wouldChange { totalCount changes { id operation } }',
    )
    expect(wouldChange).toEqual({ totalCount: 1, changes: [{ id, operation: 'DELETED' }] })
    expect(await exists(id)).toBe(true)
  })
})
