import { randomUUID, randomUUIDv7 } from 'node:crypto'
import type { GraphQLField, GraphQLSchema } from 'graphql'
import type { Kysely } from 'kysely'
import type { Json } from './ask.ts'
import type { Person } from './person.ts'
import { runMutation } from './run-mutation.ts'
import { buildCall, fillAccount } from './schema-operations.ts'

/** An input with which the mutation does something, in an account that is filled for it. */
export async function prepareInput(
  schema: GraphQLSchema,
  person: Person,
  field: GraphQLField<unknown, unknown>,
  owner: Kysely<Json>,
): Promise<object> {
  const own = await fillAccount(schema, person, 'Anything')
  const { variables } = buildCall(schema, 'mutation', field, own, '{ mutationId }')
  const prepared = await preparations[field.name]?.(person, owner)
  return { ...(variables.input as object), ...prepared }
}

/** What these mutations need besides one object of each kind, or instead of it. */
const preparations: Record<string, (person: Person, owner: Kysely<Json>) => Promise<Json>> = {
  createTag: async () => ({ name: 'Something' }),
  moveList: async (person) => ({ beforeId: await make(person, 'createList', 'list') }),
  moveSavedView: async (person) => ({
    beforeId: await make(person, 'createSavedView', 'savedView'),
  }),
  skipOccurrence: async (person) => {
    const input = { title: 'Often', dueOn: '2099-01-05', recurrence: { rule: 'FREQ=DAILY' } }
    return { id: (await runMutation(person, 'createTask', input, 'task { id }')).task.id }
  },
  mergeTags: async (person) => ({
    fromIds: [await make(person, 'createTag', 'tag', 'one')],
    intoId: await make(person, 'createTag', 'tag', 'other'),
  }),
  deleteTaskForGood: async (person) => ({ id: await makeTrashed(person, 'Task') }),
  deleteTasksForGood: async (person) => ({ ids: [await makeTrashed(person, 'Task')] }),
  deleteListForGood: async (person) => ({ id: await makeTrashed(person, 'List') }),
  emptyTrash: async (person) => {
    await makeTrashed(person, 'Task')
    await makeTrashed(person, 'List')
    return {}
  },
  snoozeReminder: nameReminder,
  dismissReminder: nameReminder,
  // It begins at one place, and not at two.
  replayWebhook: async () => ({ since: null, from: '2000-01-01T00:00:00Z' }),
  resendWebhookEvent: nameEvent,
  undo: async (person) => runMutation(person, 'createTag', { name: 'undone' }, 'mutationId'),
  redo: async (person) => {
    const made = await runMutation(person, 'createTag', { name: 'redone' }, 'mutationId')
    return runMutation(person, 'undo', made, 'mutationId')
  },
}

async function make(person: Person, mutation: string, kind: string, name = 'one more') {
  const made = await runMutation(person, mutation, { name }, `${kind} { id }`)
  return made[kind].id as string
}

async function makeTrashed(person: Person, kind: 'Task' | 'List'): Promise<string> {
  const input = kind === 'Task' ? { title: 'Old' } : { name: 'Old' }
  const field = kind.toLowerCase()
  const made = await runMutation(person, `create${kind}`, input, `${field} { id }`)
  const { id } = made[field]
  await runMutation(person, `delete${kind}`, { id }, 'mutationId')
  return id
}

/** An event that was sent; nothing really sends here. */
async function nameEvent(person: Person, owner: Kysely<Json>): Promise<Json> {
  const input = { url: 'https://example.com/hook' }
  const { webhook } = await runMutation(person, 'createWebhook', input, 'webhook { id }')
  const eventId = `evt_${randomUUID()}`
  const attempt = { id: randomUUIDv7(), event_id: eventId, after_seq: 0, duration_ms: 1 }
  await owner
    .insertInto('webhook_attempt')
    .values({
      ...{ user_id: person.userId, webhook_id: webhook.id, is_test: false, by_hand: false },
      ...attempt,
    })
    .execute()
  return { id: webhook.id, eventId }
}

async function nameReminder(person: Person): Promise<Json> {
  const reminder = { id: randomUUID(), on: '2099-01-05', time: '09:00' }
  const input = { title: 'Call Dad', reminders: [reminder] }
  const { task } = await runMutation(person, 'createTask', input, 'task { id }')
  return { taskId: task.id, reminderId: reminder.id }
}
