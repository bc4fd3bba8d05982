import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { codesOf, type Json } from '../support/ask.ts'
import type { Outcome } from '../support/model-batch.ts'
import type { Model, ModelInput } from '../support/model-state.ts'
import type { Person } from '../support/person.ts'
import { runMutation, tryMutation } from '../support/run-mutation.ts'
import { applyToModel } from '../support/task-model.ts'
import { startTestApp } from '../support/test-app.ts'

const runs = Number(process.env.PROPERTY_RUNS ?? 50)

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

/** What to do; the dice choose what with. */
type Step = {
  kind: (typeof kinds)[number]
  dice: number[]
}

const kinds = [
  ...['createList', 'deleteList', 'restoreList', 'createTask', 'createTask', 'updateTask'],
  ...['completeTask', 'completeTask', 'reopenTask', 'moveTask', 'moveTask', 'moveTask'],
  ...['deleteTask', 'deleteTask', 'restoreTask', 'restoreTask', 'moveTasks', 'completeTasks'],
  ...['reopenTasks', 'deleteTasks', 'restoreTasks'],
] as const

const dice = fc.array(fc.nat(999), { minLength: 15, maxLength: 15 })
const steps = fc.array(fc.record<Step>({ kind: fc.constantFrom(...kinds), dice }), {
  ...{ minLength: 10, maxLength: 25, size: 'max' },
})

// Ids are one's own, so that everybody can have the same.
const idOf = (nth: number) => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`
const unknownId = idOf(0)

test('Whatever is done to lists and tasks, they match a simple model of them', {
  timeout: 300_000,
}, async () => {
  let people = 0
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      people += 1
      const person = await app.createPerson(`person${people}`)
      const model = await furnish(person)
      let story = ''
      for (const [nth, step] of sequence.entries()) {
        const input = inputOf(step, model, idOf(1000 + nth))
        const expected = applyToModel(model, step.kind, input)
        story += `\n${step.kind} ${JSON.stringify(input)}`
        expect(await mutate(person, step.kind, input), story).toEqual(expected)
      }
      expect(await readState(person), story).toEqual(stateOf(model))
    }),
    { numRuns: runs, endOnFailure: true },
  )
})

/** A list beside the inbox, two tags, a line of tasks, and a few beside it. */
async function furnish(person: Person): Promise<Model> {
  const data = await person.data('{ lists { nodes { id name isInbox } } }')
  const model: Model = { lists: [], tasks: [], tagIds: [idOf(1), idOf(2)] }
  model.lists = data.lists.nodes.map((list: Json) => ({ ...list, deleted: false }))
  for (const id of model.tagIds)
    await runMutation(person, 'createTag', { id, name: id }, 'mutationId')
  const list = { id: idOf(3), name: 'Second' }
  await runMutation(person, 'createList', list, 'mutationId')
  applyToModel(model, 'createList', list)
  const tasks = Array.from({ length: 7 }, (_, nth) => ({
    ...{ id: idOf(10 + nth), title: `Task ${nth}` },
    ...(nth > 0 && nth < 4 && { parentId: idOf(10 + nth - 1) }),
    ...(nth === 4 && { listId: list.id }),
    ...(nth === 5 && { parentId: idOf(14) }),
  }))
  await runMutation(person, 'createTasks', { tasks }, 'mutationId')
  for (const task of tasks) applyToModel(model, 'createTask', task)
  return model
}

function inputOf({ kind, dice }: Step, model: Model, newId: string): ModelInput {
  let thrown = 0
  const roll = (sides: number) => (dice[thrown++ % dice.length] ?? 0) % sides
  const pick = <T extends { id: string }>(
    all: T[],
    isLikely: (each: T) => boolean = () => true,
  ) => {
    const likely = all.filter(isLikely)
    const from = likely.length > 0 && roll(4) < 3 ? likely : all
    return roll(40) < 39 ? (from[roll(from.length)]?.id ?? unknownId) : unknownId
  }
  const list = () => pick(model.lists, ({ deleted }) => deleted === (kind === 'restoreList'))
  const parent = () => pick(model.tasks, ({ deleted }) => !deleted)
  const subject = () =>
    pick(model.tasks, ({ deleted, completed }) =>
      kind.startsWith('restore') ? deleted : !deleted && completed === kind.startsWith('reopen'),
    )
  const title = roll(20) < 19 ? ` Title ${roll(100)} ` : '  '
  const place = () => {
    const places = [{}, { listId: list() }, { parentId: parent() }, { parentId: null }]
    return [...places, { parentId: parent(), listId: list() }][roll(5)]
  }
  const rollPosition = () => {
    const sibling = model.tasks[roll(model.tasks.length)]
    if (!sibling || roll(2) === 0) return place()
    const { listId, parentId } = sibling
    const id = roll(40) < 39 ? sibling.id : unknownId
    const there = roll(3) < 2 ? { parentId, listId } : place()
    return { ...there, ...(roll(2) ? { afterId: id } : { beforeId: id }) }
  }
  switch (kind) {
    case 'createList':
      return { id: newId, name: `List ${roll(100)}` }
    case 'deleteList':
      return { id: pick(model.lists, ({ isInbox, deleted }) => !isInbox && !deleted) }
    case 'restoreList':
      return { id: list() }
    case 'createTask':
      return { id: newId, title, ...rollPosition() }
    case 'updateTask': {
      const tagIds = [pick(model.tagIds.map((id) => ({ id })))]
      const tagging = roll(2) ? { removeTagIds: tagIds } : { addTagIds: tagIds }
      return { id: subject(), ...(roll(2) && { title }), ...tagging, ...(roll(4) > 2 && place()) }
    }
    case 'moveTask':
      return { id: subject(), ...rollPosition() }
  }
  if (!kind.endsWith('Tasks')) return { id: subject() }
  const ids = [subject(), subject(), subject()]
  return { ids, mode: roll(2) ? 'EACH' : 'ALL', ...(kind === 'moveTasks' && rollPosition()) }
}

/** Does it for real, and says what came of it as the model does. */
async function mutate(person: Person, kind: string, input: ModelInput): Promise<Outcome> {
  const isBulk = input.ids !== undefined
  const answer = await tryMutation(
    person,
    kind,
    input,
    isBulk ? 'results { error { code } }' : undefined,
  )
  const [code] = codesOf(answer)
  if (code) return { refused: code as never }
  const results = isBulk ? answer.data[kind].results : [{ error: null }]
  return { refused: null, results: results.map(({ error }: Json) => error?.code ?? null) }
}

async function readState(person: Person) {
  const list = 'nodes { id name isInbox deletedAt position }'
  const task =
    'nodes { id title completed deletedAt position list { id } parent { id } tags { id } }'
  const data = await person.data(`{
    lists(first: 100) { ${list} } trashedLists: lists(first: 100, inTrash: true) { ${list} }
    tasks(first: 100) { ${task} }
    trashedTasks: tasks(first: 100, filter: { deleted: { eq: true } }) { ${task} }
  }`)
  const inOrder = (nodes: Json[]) =>
    nodes.toSorted((one, other) => (one.position < other.position ? -1 : 1))
  const lists = inOrder([...data.lists.nodes, ...data.trashedLists.nodes])
  const tasks = inOrder([...data.tasks.nodes, ...data.trashedTasks.nodes])
  return stateOf({
    lists: lists.map((each) => ({ ...each, deleted: each.deletedAt !== null })),
    tasks: tasks.map((each) => ({
      ...each,
      deleted: each.deletedAt !== null,
      listId: each.list.id,
      parentId: each.parent?.id ?? null,
      tagIds: each.tags.map((tag: Json) => tag.id),
    })),
  })
}

/** All there is to see, alike for the model and what the API tells; siblings stay in their order. */
function stateOf({ lists, tasks }: Pick<Model, 'lists' | 'tasks'>) {
  const places: Record<string, string[]> = {}
  for (const { id, title, completed, deleted, listId, parentId, tagIds } of tasks) {
    const [done, gone] = [completed ? 'done' : 'open', deleted ? 'in the trash' : 'there']
    const place = `In ${listId} under ${parentId}`
    places[place] ??= []
    places[place].push(`${id} “${title}” ${done}, ${gone}, tags ${tagIds.toSorted()}`)
  }
  return {
    lists: lists.map(({ id, name, isInbox, deleted }) => ({ id, name, isInbox, deleted })),
    places,
  }
}
