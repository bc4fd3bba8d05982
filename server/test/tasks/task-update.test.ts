import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { refusal, runMutation, tryMutation } from '../support/run-mutation.ts'
import {
  create,
  createLine,
  createList,
  createTag,
  outline,
  readTask,
  taskPayload,
  topLevel,
} from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')

async function update(id: string, changes: object) {
  return (await runMutation(ada, 'updateTask', { id, ...changes }, taskPayload)).task
}

const weekly = { rule: 'FREQ=WEEKLY;BYDAY=MO' }
// Mondays.
const [monday, nextMonday] = ['2027-01-04', '2027-01-11']

test('What is left out stays, and null clears', async () => {
  const tagId = await createTag(ada, 'stay')
  const full = await create(ada, {
    title: 'Full',
    description: 'notes',
    priority: 'LOW',
    startOn: '2027-01-01',
    dueOn: monday,
    dueTime: '10:00',
    dueTimeZone: 'Asia/Tokyo',
    recurrence: weekly,
    tagIds: [tagId],
  })
  const { updatedAt: _before, ...stays } = full
  expect(await update(full.id, { title: 'Fuller' })).toMatchObject({
    ...stays,
    title: 'Fuller',
  })
  const cleared = await update(full.id, {
    description: null,
    priority: null,
    startOn: null,
    dueTime: null,
    recurrence: null,
    tagIds: null,
  })
  expect(cleared).toMatchObject({
    description: null,
    priority: 'NONE',
    startOn: null,
    dueOn: monday,
    dueTime: null,
    dueTimeZone: null,
    dueAt: null,
    recurrence: null,
    tags: [],
  })
})

test('Clearing the due day clears time and recurrence with it', async () => {
  const task = await create(ada, {
    title: 'x',
    dueOn: monday,
    dueTime: '10:00',
    recurrence: weekly,
  })
  expect(await update(task.id, { dueOn: null })).toMatchObject({
    dueOn: null,
    dueTime: null,
    dueTimeZone: null,
    dueAt: null,
    recurrence: null,
  })
})

test('A change that changes nothing leaves the task as it was', async () => {
  const tagId = await createTag(ada, 'same')
  const task = await create(ada, { title: 'x', dueOn: monday, recurrence: weekly, tagIds: [tagId] })
  const same = { title: ' x', dueOn: monday, recurrence: weekly, tagIds: [tagId], parentId: null }
  expect(await update(task.id, same)).toEqual(task)
  // A count goes on, and the day it is put off to stays, when the same rule comes again.
  const counted = { rule: 'FREQ=WEEKLY;COUNT=3;BYDAY=MO' }
  const { id } = await create(ada, { title: 'x', dueOn: monday, recurrence: counted })
  const putOff = await update(id, { dueOn: '2027-01-06' })
  expect(await update(id, { recurrence: counted, dueOn: '2027-01-06' })).toEqual(putOff)
})

test('Another due day moves this occurrence alone, or all that follow when asked', async () => {
  const task = await create(ada, { title: 'x', dueOn: monday, recurrence: weekly })
  const putOff = await update(task.id, { dueOn: '2027-01-06' })
  expect(putOff).toMatchObject({
    dueOn: '2027-01-06',
    recurrence: { rule: 'FREQ=WEEKLY;BYDAY=MO', occurrenceOn: monday, nextOn: nextMonday },
  })
  const moved = await update(task.id, { dueOn: '2027-01-07', occurrences: 'THIS_AND_FOLLOWING' })
  expect(moved).toMatchObject({
    dueOn: '2027-01-07',
    recurrence: {
      rule: 'FREQ=WEEKLY;BYDAY=TH',
      sentence: 'every Thursday',
      occurrenceOn: '2027-01-07',
      nextOn: '2027-01-14',
    },
  })
})

test('Another rule counts from its first day on or after the due day, which becomes the due day', async () => {
  const task = await create(ada, { title: 'x', dueOn: monday, recurrence: weekly })
  const changed = await update(task.id, { recurrence: { rule: 'FREQ=WEEKLY;BYDAY=SU;COUNT=2' } })
  expect(changed).toMatchObject({
    dueOn: '2027-01-10',
    recurrence: { startOn: '2027-01-10', occurrenceOn: '2027-01-10', nextOn: '2027-01-17' },
  })
})

test('The instant of a due time follows its day, its time and its zone', async () => {
  const task = await create(ada, {
    title: 'x',
    dueOn: '2027-03-27',
    dueTime: '09:00',
    dueTimeZone: 'Europe/Berlin',
  })
  expect(task.dueAt).toBe('2027-03-27T08:00:00.000Z')
  // Summer time begins on the 28th.
  expect((await update(task.id, { dueOn: '2027-03-28' })).dueAt).toBe('2027-03-28T07:00:00.000Z')
  expect((await update(task.id, { dueTime: '21:15' })).dueAt).toBe('2027-03-28T19:15:00.000Z')
  expect((await update(task.id, { dueTimeZone: 'Asia/Kolkata' })).dueAt).toBe(
    '2027-03-28T15:45:00.000Z',
  )
})

test.each([
  ['a title that is cleared', { title: null }, 'input.title'],
  ['a list that is cleared', { listId: null }, 'input.listId'],
  ['a start after the due day', { startOn: '2027-01-05' }, 'input.startOn'],
  ['a due day before the start', { startOn: undefined, dueOn: '2026-12-31' }, 'input.dueOn'],
  ['a time with a day that is cleared', { dueOn: null, dueTime: '10:00' }, 'input.dueTime'],
  ['a rule with a day that is cleared', { dueOn: null, recurrence: weekly }, 'input.recurrence'],
])('%s is refused and nothing changes', async (_what, changes, path) => {
  const task = await create(ada, { title: 'x', startOn: '2027-01-01', dueOn: monday })
  expect(await refusal(ada, 'updateTask', { id: task.id, ...changes })).toEqual({
    code: 'BAD_USER_INPUT',
    paths: [path],
  })
  expect(await readTask(ada, task.id)).toEqual(task)
})

test('A task goes to the end of the list or parent it is given', async () => {
  const listId = await createList(ada, 'Other')
  await create(ada, { title: 'there', listId })
  const [task] = await createLine(ada, 'moves', 'below')
  expect(await update(task.id, { listId })).toMatchObject({ list: { id: listId } })
  expect(await topLevel(ada, listId)).toEqual(['there', 'moves'])
  expect(await outline(ada, task.id)).toEqual(['below'])
  const parent = await create(ada, 'parent')
  expect(await update(task.id, { parentId: parent.id })).toMatchObject({
    parent: { id: parent.id },
    list: parent.list,
  })
  expect(await update(task.id, { parentId: null })).toMatchObject({ parent: null })
})

test('Tags are put on and taken off beside those that stay', async () => {
  const [a, b, c] = [
    await createTag(ada, 'a'),
    await createTag(ada, 'b'),
    await createTag(ada, 'c'),
  ]
  const task = await create(ada, { title: 'x', tagIds: [a, b] })
  const changed = await update(task.id, { addTagIds: [c, b], removeTagIds: [a] })
  expect(changed.tags).toEqual([{ id: b }, { id: c }])
  expect(await update(task.id, { addTagIds: [c], removeTagIds: [a] })).toEqual(changed)
  expect(await refusal(ada, 'updateTask', { id: task.id, tagIds: [a], addTagIds: [b] })).toEqual({
    code: 'BAD_USER_INPUT',
    paths: ['input.tagIds'],
  })
})

test('A task can have fifty tags and no more', async () => {
  const tagIds: string[] = []
  for (let count = 0; count <= 50; count += 1) tagIds.push(await createTag(ada, `tag ${count}`))
  const task = await create(ada, { title: 'x', tagIds: tagIds.slice(1) })
  const last = tagIds.slice(0, 1)
  for (const [name, ids] of [
    ['tagIds', tagIds],
    ['addTagIds', last],
  ] as const)
    expect(await refusal(ada, 'updateTask', { id: task.id, [name]: ids })).toEqual({
      code: 'LIMIT_EXCEEDED',
      paths: [`input.${name}`],
    })
  expect(await refusal(ada, 'createTask', { title: 'x', tagIds })).toEqual({
    code: 'LIMIT_EXCEEDED',
    paths: ['input.tagIds'],
  })
  const removeTagIds = tagIds.slice(1, 2)
  expect((await update(task.id, { addTagIds: last, removeTagIds })).tags).toHaveLength(50)
})

test('Every problem of a change is told at once', async () => {
  const task = await create(ada, 'x')
  const unknown = randomUUID()
  const changes = { title: '', dueTime: '9', tagIds: [unknown], parentId: unknown }
  const { code, paths } = await refusal(ada, 'updateTask', { id: task.id, ...changes })
  expect(code).toBe('BAD_USER_INPUT')
  expect([...new Set(paths)].sort()).toEqual([
    'input.dueTime',
    'input.parentId',
    'input.tagIds.0',
    'input.title',
  ])
})

test('A task in the trash is not changed', async () => {
  const task = await create(ada, 'x')
  await runMutation(ada, 'deleteTask', { id: task.id }, taskPayload)
  expect(await refusal(ada, 'updateTask', { id: task.id, title: 'y' })).toEqual({
    code: 'CONFLICT',
    paths: ['input.id'],
  })
})

test('Somebody else’s task is as unknown as one that does not exist', async () => {
  const task = await create(ada, 'hers')
  const plain = (answer: { text: string }) => answer.text.replace(/"requestId":"[^"]*"/, '')
  for (const name of [
    'updateTask',
    'moveTask',
    'completeTask',
    'reopenTask',
    'skipOccurrence',
    'deleteTask',
    'restoreTask',
  ]) {
    const foreign = await tryMutation(bob, name, { id: task.id }, taskPayload)
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
    expect(plain(await tryMutation(bob, name, { id: randomUUID() }, taskPayload))).toBe(
      plain(foreign),
    )
    expect(plain(await tryMutation(bob, name, { id: 'no uuid' }, taskPayload))).toBe(plain(foreign))
  }
  expect(await readTask(ada, task.id)).toEqual(task)
})

test('Notes that were changed since their base keep both changes', async () => {
  const { id } = await create(ada, { title: 'Shop', description: '- [ ] milk\n- [ ] bread' })
  const base = '- [ ] milk\n- [ ] bread'
  await writeNotes(id, '- [x] milk\n- [ ] bread', base)
  const second = await writeNotes(id, '- [ ] milk\n- [x] bread', base)
  expect(second).toEqual({
    bothDescriptionsKept: false,
    task: { description: '- [x] milk\n- [x] bread' },
  })
})

test('Notes that two wrote at the same place stand there twice, and it is told', async () => {
  const { id } = await create(ada, { title: 'Notes', description: 'base' })
  await writeNotes(id, 'base FROM-ONE', 'base')
  expect(await writeNotes(id, 'base FROM-TWO', 'base')).toEqual({
    bothDescriptionsKept: true,
    task: { description: 'base FROM-ONE\nbase FROM-TWO' },
  })
})

test('Notes without a base take the place of whatever is there', async () => {
  const { id } = await create(ada, { title: 'Notes', description: 'theirs' })
  expect(await writeNotes(id, 'mine')).toEqual({
    bothDescriptionsKept: false,
    task: { description: 'mine' },
  })
})

test('Both changes together that are too long are refused by the name of the field', async () => {
  const { id } = await create(ada, { title: 'Notes', description: 'base' })
  await writeNotes(id, 'a'.repeat(30_000), 'base')
  const input = { id, description: 'b'.repeat(30_000), descriptionBase: 'base' }
  expect(await refusal(ada, 'updateTask', input)).toEqual({
    code: 'BAD_USER_INPUT',
    paths: ['input.description'],
  })
})

/** Changes the notes, made from `descriptionBase`. */
async function writeNotes(id: string, description: string, descriptionBase?: string) {
  const input = { id, description, ...(descriptionBase !== undefined && { descriptionBase }) }
  const selection = 'bothDescriptionsKept task { description }'
  const { mutationId: _, ...told } = await runMutation(ada, 'updateTask', input, selection)
  return told
}
