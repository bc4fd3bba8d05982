import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { schema } from '../src/schema.ts'
import { createAccessToken } from './support/access-token.ts'
import { prepareInput } from './support/mutation-inputs.ts'
import { readRowsOf } from './support/rows.ts'
import { refusalOf, runMutation, tryMutation } from './support/run-mutation.ts'
import { startTestApp } from './support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

const everything =
  'wouldChange { totalCount changes { entityType id operation name changes { field before after } } }'

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {})
const dry = mutations.filter((field) => 'dryRun' in inputFieldsOf(field.name))

function inputFieldsOf(name: string): object {
  const type = schema.getType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Input`)
  return type && 'getFields' in type ? type.getFields() : {}
}

test('every mutation has a dry run but those of the account', () => {
  const others = mutations.filter((field) => !dry.includes(field)).map(({ name }) => name)
  expect(others.toSorted()).toEqual([
    'createAccessToken',
    'createFeed',
    'createPushSubscription',
    'createWebhook',
    'deletePushSubscription',
    'deleteWebhook',
    'endOtherSessions',
    'endSession',
    'replayWebhook',
    'resendWebhookEvent',
    'revokeAccessToken',
    'revokeFeed',
    'rollWebhookSecret',
    'testPushSubscription',
    'testWebhook',
    'updateMe',
    'updateReminderSettings',
    'updateWebhook',
  ])
})

test.each(dry)(
  'a dry run of $name changes nothing, and counts what it would change',
  async (field) => {
    const person = await app.createPerson('ada')
    const input = await prepareInput(schema, person, field, app.owner)
    const rows = await readRowsOf(app.owner, person.userId)
    const { wouldChange } = await runMutation(
      person,
      field.name,
      { ...input, dryRun: true },
      everything,
    )
    expect(await readRowsOf(app.owner, person.userId)).toEqual(rows)
    const { mutationId } = await runMutation(person, field.name, input, 'mutationId')
    const { change = [] } = await readRowsOf(app.owner, person.userId)
    const changed = change.filter(({ mutation_id }) => mutation_id === mutationId)
    expect(wouldChange.totalCount).toBe(new Set(changed.map(({ entity_id }) => entity_id)).size)
  },
)

test('a dry run says what it would change, and the mutation does just that', async () => {
  const ada = await app.createPerson('ada')
  const { list } = await runMutation(ada, 'createList', { name: 'Trip' }, 'list { id }')
  const { tag } = await runMutation(ada, 'createTag', { name: 'soon' }, 'tag { id }')
  const make = async (title: string) =>
    (await runMutation(ada, 'createTask', { title }, 'task { id }')).task.id as string
  const ids = [await make('Pack'), await make('Book')]
  const changes = { priority: 'HIGH', listId: list.id, addTagIds: [tag.id] }
  const { wouldChange } = await runMutation(
    ada,
    'updateTasks',
    { ids, changes, dryRun: true },
    everything,
  )
  expect(wouldChange.totalCount).toBe(2)
  const names = wouldChange.changes.map(({ name }: { name: string }) => name)
  expect(names.toSorted()).toEqual(['Book', 'Pack'])
  const [{ mutationId }, ...planned] = [
    await runMutation(ada, 'updateTasks', { ids, changes }, 'mutationId'),
    ...wouldChange.changes,
  ]
  for (const { id, entityType, operation, changes } of planned) {
    const { task } = await ada.data(
      'query ($id: ID!) { task(id: $id) { history(first: 1) { nodes { mutationId changes { field before after } } } } }',
      { id },
    )
    expect({ entityType, operation }).toEqual({ entityType: 'TASK', operation: 'CHANGED' })
    const [entry] = task.history.nodes
    expect(entry.mutationId).toBe(mutationId)
    expect(withoutPosition(entry.changes)).toEqual(withoutPosition(changes))
  }
})

test('a dry run shows what would be created and deleted, by name', async () => {
  const ada = await app.createPerson('ada')
  const created = await runMutation(
    ada,
    'createTask',
    { title: 'Water the plants', dryRun: true },
    everything,
  )
  expect(created.wouldChange).toMatchObject({
    totalCount: 1,
    changes: [{ entityType: 'TASK', operation: 'CREATED', name: 'Water the plants' }],
  })
  const { tag } = await runMutation(ada, 'createTag', { name: 'old' }, 'tag { id }')
  const deleted = await runMutation(ada, 'deleteTag', { id: tag.id, dryRun: true }, everything)
  expect(deleted.wouldChange.changes).toMatchObject([
    { entityType: 'TAG', id: tag.id, operation: 'DELETED', name: 'old' },
  ])
})

test('of many objects a dry run tells the first hundred, and how many there are', async () => {
  const ada = await app.createPerson('ada')
  const tasks = Array.from({ length: 150 }, (_, nth) => ({ title: `Task ${nth}` }))
  const { wouldChange } = await runMutation(ada, 'createTasks', { tasks, dryRun: true }, everything)
  expect(wouldChange.totalCount).toBe(150)
  expect(wouldChange.changes).toHaveLength(100)
  expect(wouldChange.changes[99].name).toBe('Task 99')
})

test('a dry run is refused as the mutation would be', async () => {
  const ada = await app.createPerson('ada')
  const gone = { id: randomUUID(), title: 'Never', dryRun: true }
  expect(refusalOf(await tryMutation(ada, 'updateTask', gone, everything))?.code).toBe('NOT_FOUND')
})

test('of a dry run nothing but the changes can be asked for', async () => {
  const ada = await app.createPerson('ada')
  const answer = await tryMutation(ada, 'createTag', { name: 'a', dryRun: true }, 'tag { id }')
  expect(refusalOf(answer)).toMatchObject({
    code: 'BAD_USER_INPUT',
    paths: ['input.dryRun'],
    message: expect.stringContaining('not tag'),
  })
})

test('a token that may not read is not shown what a mutation would change', async () => {
  const ada = await app.createPerson('ada')
  const { bearer } = await createAccessToken(ada, { name: 'writer', scopes: ['TASKS_WRITE'] })
  const input = { title: 'Blind', dryRun: true }
  const answer = await tryMutation(bearer, 'createTask', input, everything)
  expect(refusalOf(answer)?.code).toBe('FORBIDDEN')
})

test('a mutation that is no dry run has no changes to show', async () => {
  const ada = await app.createPerson('ada')
  const made = await runMutation(ada, 'createTag', { name: 'real' }, 'wouldChange { totalCount }')
  expect(made).toEqual({ wouldChange: null })
})

/** A place in a list is a key with a random end. */
function withoutPosition(changes: { field: string }[]) {
  return changes.filter(({ field }) => field !== 'position')
}
