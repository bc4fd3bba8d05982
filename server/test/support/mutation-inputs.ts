import { randomUUID } from 'node:crypto'
import type { GraphQLField, GraphQLSchema } from 'graphql'
import type { Json } from './ask.ts'
import type { Person } from './person.ts'
import { runMutation } from './run-mutation.ts'
import { buildCall, fillAccount } from './schema-operations.ts'

/** An input with which the mutation does something, in an account that is filled for it. */
export async function prepareInput(
  schema: GraphQLSchema,
  person: Person,
  field: GraphQLField<unknown, unknown>,
): Promise<object> {
  const own = await fillAccount(schema, person, 'Anything')
  const { variables } = buildCall(schema, 'mutation', field, own, '{ mutationId }')
  const prepared = await preparations[field.name]?.(person)
  return { ...(variables.input as object), ...prepared }
}

/** What these mutations need besides one object of each kind, or instead of it. */
const preparations: Record<string, (person: Person) => Promise<Json>> = {
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
  snoozeReminder: nameReminder,
  dismissReminder: nameReminder,
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

async function nameReminder(person: Person): Promise<Json> {
  const reminder = { id: randomUUID(), on: '2099-01-05', time: '09:00' }
  const input = { title: 'Call Dad', reminders: [reminder] }
  const { task } = await runMutation(person, 'createTask', input, 'task { id }')
  return { taskId: task.id, reminderId: reminder.id }
}
