import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { makeOrderKey } from '../../src/domain/order/ordering.ts'
import type { Answer, Json } from './ask.ts'
import type { Person } from './person.ts'

/** Every field of a task that stays the same from one answer to the next. */
const taskFields =
  'id title description completed completedAt list { id name } createdAt updatedAt deletedAt'

const inputMutation = (name: string) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  return `mutation ($input: ${type}!) { ${name}(input: $input) { task { ${taskFields} } } }`
}

export type TaskMutation =
  | 'createTask'
  | 'updateTask'
  | 'completeTask'
  | 'reopenTask'
  | 'deleteTask'
  | 'restoreTask'

/** Runs a mutation and gives the whole answer, errors too. */
export function mutateTask(person: Person, mutation: TaskMutation, input: object): Promise<Answer> {
  return person.gql(inputMutation(mutation), { input })
}

/** Runs a mutation that must work and gives the task. */
export async function changeTask(person: Person, mutation: TaskMutation, input: object) {
  const data = await person.data(inputMutation(mutation), { input })
  return data[mutation].task as Json
}

export async function addTasks(person: Person, ...titles: string[]): Promise<{ id: string }[]> {
  const tasks = []
  for (const title of titles) tasks.push(await changeTask(person, 'createTask', { title }))
  return tasks
}

/** The task as anybody may read it, null when it is not theirs. */
export async function readTask(person: Person, id: string): Promise<Json> {
  const data = await person.data(`query ($id: ID!) { task(id: $id) { ${taskFields} } }`, { id })
  return data.task
}

export async function getInboxId(person: Person): Promise<string> {
  const { lists } = await person.data('{ lists { nodes { id isInbox } } }')
  return lists.nodes.find((list: { isInbox: boolean }) => list.isInbox).id
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
