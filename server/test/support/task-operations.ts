import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { makeOrderKey } from '../../src/domain/order/ordering.ts'
import type { Json } from './ask.ts'
import type { Person } from './person.ts'
import { runMutation } from './run-mutation.ts'

/** Every field of a task that stays the same from one answer to the next. */
export const taskFields = `id title description priority startOn dueOn dueTime dueTimeZone dueAt
  recurrence { rule basis sentence startOn occurrenceOn nextOn }
  completed completedAt deletedAt createdAt updatedAt position
  list { id name } parent { id } subtaskProgress { completed total } tags { id }`

/** What is asked of a mutation's payload that holds a task. */
export const taskPayload = `mutationId task { ${taskFields} }`

/** Runs a mutation of one task, which must work, and gives the task. */
export async function changeTask(person: Person, mutation: string, input: object): Promise<Json> {
  return (await runMutation(person, mutation, input, taskPayload)).task
}

export async function addTasks(person: Person, ...titles: string[]): Promise<{ id: string }[]> {
  const tasks = []
  for (const title of titles) tasks.push(await create(person, title))
  return tasks
}

export async function create(person: Person, input: string | object): Promise<Json> {
  const given = typeof input === 'string' ? { title: input } : input
  return changeTask(person, 'createTask', given)
}

/** Tasks under one another: `tree(person, 'house', 'roof', 'tiles')` is three levels. */
export async function createLine(person: Person, ...titles: string[]): Promise<Json[]> {
  const line: Json[] = []
  for (const title of titles) {
    const parentId = line.at(-1)?.id
    line.push(await create(person, { title, ...(parentId && { parentId }) }))
  }
  return line
}

/** The task as anybody may read it, null when it is not theirs. */
export async function readTask(person: Person, id: string): Promise<Json> {
  const data = await person.data(`query($id: ID!) { task(id: $id) { ${taskFields} } }`, { id })
  return data.task
}

/** The titles under a task, in order, each with those under it. */
export async function outline(person: Person, id: string): Promise<Json> {
  const levels = 'title completed subtasks { title completed subtasks { title completed } }'
  const data = await person.data(`query($id: ID!) { task(id: $id) { subtasks { ${levels} } } }`, {
    id,
  })
  return data.task.subtasks.map(draw)
}

function draw(task: Json): string {
  const below = (task.subtasks ?? []).map(draw).join(' ')
  return `${task.completed ? '✓' : ''}${task.title}${below && `(${below})`}`
}

/** The titles of a list's top level in their manual order. */
export async function topLevel(person: Person, listId: string): Promise<string[]> {
  const data = await person.data(
    `query($filter: TaskFilter) { tasks(first: 100, filter: $filter) { nodes { title position parent { id } } } }`,
    { filter: { listId: { eq: listId } } },
  )
  return data.tasks.nodes
    .filter((task: Json) => task.parent === null)
    .sort((a: Json, b: Json) => (a.position < b.position ? -1 : 1))
    .map((task: Json) => task.title)
}

export async function createList(person: Person, name: string): Promise<string> {
  const { list } = await runMutation(person, 'createList', { name }, 'list { id }')
  return list.id
}

export async function createTag(person: Person, name: string): Promise<string> {
  const { tag } = await runMutation(person, 'createTag', { name }, 'tag { id }')
  return tag.id
}

export async function inboxOf(person: Person): Promise<string> {
  const data = await person.data('{ lists { nodes { id isInbox } } }')
  return data.lists.nodes.find((list: Json) => list.isInbox).id
}

/** Another list, made behind the API's back. */
export async function insertList(owner: Kysely<Json>, person: Person, name: string) {
  const last = await owner
    .selectFrom('list')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('user_id', '=', person.userId)
    .executeTakeFirstOrThrow()
  const position = makeOrderKey(last.position, null, Math.random)
  const row = { user_id: person.userId, id: randomUUID(), name, position }
  await owner.insertInto('list').values(row).execute()
  return row.id
}
