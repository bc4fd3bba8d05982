import { type GraphQLField, getNamedType, getNullableType, isListType, isObjectType } from 'graphql'
import { afterAll, describe, expect, test } from 'vitest'
import { maxSubtasksPerTask } from '../../src/domain/limits.ts'
import { schema } from '../../src/schema.ts'
import { type Answer, codesOf } from '../support/ask.ts'
import { runMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'

// An operation's estimate can differ from what its lists turn out to contain.

const app = await startTestApp({ exactBudget: true })
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bea } = await app.createPeople('ada', 'bea')

const createTasks =
  'mutation ($input: CreateTasksInput!) { createTasks(input: $input) { tasks { id } } }'
const createOne = 'mutation { createTask(input: { title: "Top" }) { task { id } } }'
const top = (await ada.data(createOne)).createTask.task.id
const subtasks = Array.from({ length: maxSubtasksPerTask }, (_, nth) => ({
  title: `Subtask ${nth}`,
  parentId: top,
}))
await ada.data(createTasks, { input: { tasks: subtasks } })

const pointsOf = (answer: Answer) => Number(answer.headers.get('ratelimit-remaining'))

function expectTooMuch(answer: Answer) {
  expect(answer.status).toBeLessThan(500)
  expect(codesOf(answer)).toEqual(['QUERY_TOO_COMPLEX'])
  expect(answer.data ?? null).toBeNull()
  expect(answer.errors?.[0]?.message).toMatch(/a cost of [\d,]+ or more .*; 20,000 are allowed/)
  expect(answer.text.length).toBeLessThan(1_000)
}

const list = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ')

describe('an operation whose lists contain too much is stopped with the figure', () => {
  test.each([
    ['down and up again', `{ task(id: "${top}") { subtasks { parent { subtasks { id } } } } }`],
    [
      'to a page from each',
      `{ task(id: "${top}") { subtasks { list { tasks(first: 100) { nodes { id } } } } } }`,
    ],
    [
      'by objects that stand once in each item',
      `{ task(id: "${top}") { subtasks { ${list(40, (nth) => `a${nth}: list { id }`)} } } }`,
    ],
    [
      'by lists that are empty',
      `{ task(id: "${top}") { subtasks { ${list(40, (nth) => `a${nth}: subtasks { id }`)} } } }`,
    ],
    [
      'in fragments that are spread again and again',
      `{ task(id: "${top}") { ...a b: parent { id } ...a } }
       fragment a on Task { subtasks { ...b ...b } }
       fragment b on Task { parent { subtasks { ...c ...c } } } fragment c on Task { id }`,
    ],
    [
      'by an interface',
      `{ node(id: "${top}") { ... on Task { subtasks { parent { subtasks { id } } } } } }`,
    ],
    [
      'by ids that are named again and again',
      `{ nodes(ids: [${list(30, () => `"${top}"`)}]) { ... on Task { subtasks { id } } } }`,
    ],
    [
      'with conditions',
      `query ($yes: Boolean = true) { task(id: "${top}") {
         subtasks @include(if: $yes) { parent @skip(if: false) { subtasks { id } } } } }`,
    ],
    [
      'by what has changed',
      '{ changes(first: 500) { changes { node { ... on Task { parent { subtasks { id } } } } } } }',
    ],
  ])('%s', async (_name, query) => {
    // It runs three times: parsed, from the cache, and compiled.
    for (let sent = 0; sent < 3; sent += 1) {
      const before = pointsOf(await ada.gql('{ rateLimit { cost } }'))
      const answer = await ada.gql(query)
      expectTooMuch(answer)
      expect(before - pointsOf(answer)).toBeGreaterThan(15_000)
    }
  })

  test('when it is a mutation, whose changes stay and are the last', async () => {
    const query = `mutation {
      a: updateTask(input: { id: "${top}", title: "Changed" }) {
        task { subtasks { parent { subtasks { id } } } } }
      b: updateTask(input: { id: "${top}", title: "Changed again" }) { mutationId } }`
    const answer = await ada.gql(query)
    expectTooMuch(answer)
    expect(answer.errors?.[0]?.message).toContain('What it has changed stays changed.')
    expect(answer.errors?.[0]?.path).toEqual([])
    const readTitle = async () => (await ada.data(`{ task(id: "${top}") { title } }`)).task.title
    expect(await readTitle()).toBe('Changed')
    const { mutationId } = answer.errors?.[0]?.extensions ?? {}
    await runMutation(ada, 'undo', { mutationId }, 'mutationId')
    expect(await readTitle()).toBe('Top')
  })
})

test('everything that happened before an answer was too large can be undone', async () => {
  const query = `mutation {
    a: createTask(input: { title: "A" }) { mutationId }
    none: completeTask(input: { id: "${top.replaceAll(/./g, 'x')}" }) { mutationId }
    b: createTask(input: { title: "B" }) { mutationId }
    c: updateTask(input: { id: "${top}", title: "Changed" }) {
      task { subtasks { parent { subtasks { id } } } } } }`
  const answer = await ada.gql(query)
  const { mutationIds } = answer.errors?.[0]?.extensions ?? {}
  expect(mutationIds).toHaveLength(3)
  for (const mutationId of mutationIds?.toReversed() ?? [])
    await runMutation(ada, 'undo', { mutationId }, 'mutationId')
  const { tasks, task } = await ada.data(
    `{ tasks(filter: { title: { in: ["A", "B"] } }) { totalCount } task(id: "${top}") { title } }`,
  )
  expect([tasks.totalCount, task.title]).toEqual([0, 'Top'])
})

test('items beyond the estimate are charged, and rateLimit doesn’t report them earlier', async () => {
  const query = `{ task(id: "${top}") { subtasks { id list { id } tags { id } } } rateLimit { cost } }`
  for (let sent = 0; sent < 3; sent += 1) {
    const before = pointsOf(await ada.gql('{ rateLimit { cost } }'))
    const answer = await ada.gql(query)
    expect(answer.data.task.subtasks).toHaveLength(maxSubtasksPerTask)
    // One for the request and a task; for each subtask itself, its list and its tags.
    const spent = before - pointsOf(answer)
    expect(spent).toBeGreaterThanOrEqual(3_000)
    expect(spent).toBeLessThan(3_010)
  }
})

test('points that were estimated for items that lists don’t contain are returned', async () => {
  const eve = await app.createPerson('eve')
  const query = '{ tasks(first: 100) { nodes { list { id } parent { id } tags { id } } } }'
  const tagged = {
    input: { tasks: [{ title: 'Tagged', tagNames: ['a', 'b', 'c'] }, { title: 'Bare' }] },
  }
  const spentBy = async () => {
    const before = pointsOf(await eve.gql('{ rateLimit { cost } }'))
    return before - pointsOf(await eve.gql(query))
  }
  // One for the request and the page; a task, its list, its parent and its tags are one each.
  expect(await spentBy()).toBe(402)
  await eve.data(createTasks, tagged)
  for (let sent = 0; sent < 3; sent += 1) expect(await spentBy()).toBe(404)
})

test('an answer that would be too long is refused with the figure and charged', async () => {
  const description = 'x'.repeat(50_000)
  const tasks = Array.from({ length: 15 }, (_, nth) => ({ title: `Task ${nth}`, description }))
  await bea.data(createTasks, { input: { tasks } })
  const page = (aliases: number) =>
    `{ tasks(first: 15) { nodes { ${list(aliases, (nth) => `a${nth}: description`)} } } }`
  const before = pointsOf(await bea.gql(page(12)))
  for (let sent = 0; sent < 3; sent += 1) {
    const answer = await bea.gql(page(14))
    expect(codesOf(answer)).toEqual(['QUERY_TOO_COMPLEX'])
    expect(answer.errors?.[0]?.message).toContain('more than 10,000,000 characters')
    expect(answer.text.length).toBeLessThan(1_000)
  }
  const fits = await bea.gql(page(12))
  expect(fits.text.length).toBeGreaterThan(9_000_000)
  expect(before - pointsOf(fits)).toBeGreaterThan(35_000)
})

test('a new document, and a long body, are charged', async () => {
  const before = pointsOf(await bea.gql('{ me { id } }'))
  const dear = await bea.gql(`{ me { ${'name '.repeat(900)} } }`)
  expect(before - pointsOf(dear)).toBeGreaterThanOrEqual(91)
  const known = await bea.gql(`{ me { ${'name '.repeat(900)} } }`)
  expect(pointsOf(dear) - pointsOf(known)).toBeLessThan(10)
  const long = await bea.gql('query ($id: ID!) { task(id: $id) { id } }', {
    id: 'x'.repeat(90_000),
  })
  expect(pointsOf(known) - pointsOf(long)).toBeGreaterThanOrEqual(90)
})

test('every list of the schema is sized by the caller, or says how long it can be', () => {
  const unsized: string[] = []
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields()))
      if (isListType(getNullableType(field.type)) && !isSized(type.name, field))
        unsized.push(`${type.name}.${field.name}: [${getNamedType(field.type).name}]`)
  }
  expect(unsized).toEqual([])
})

function isSized(typeName: string, field: GraphQLField<unknown, unknown>): boolean {
  const sizes = ['first', 'ids']
  if (field.args.some(({ name }) => sizes.includes(name))) return true
  const { atMost } = field.extensions.cost ?? {}
  // Of these, every field that returns one sizes it.
  if (atMost === 'page') return typeName.endsWith('Connection')
  return atMost === 'counted' || (typeof atMost === 'number' && atMost > 0)
}
