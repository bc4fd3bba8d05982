import { isInputObjectType, isListType, isNonNullType } from 'graphql'
import { afterAll, expect, test } from 'vitest'
import { longestMessage, maxInputItems, maxReportedProblems } from '../../src/domain/limits.ts'
import { schema } from '../../src/schema.ts'
import { codesOf, send } from '../support/ask.ts'
import { startTestApp } from '../support/test-app.ts'

// The answer to bad input is short, however much is wrong with it.

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

const wrong = (count: number) => Array.from({ length: count }, () => ({ wrong: true }))

test.each([
  ['orderBy', 'query ($in: [TaskOrder!]) { tasks(orderBy: $in) { nodes { id } } }', wrong(60_000)],
  ['ids', 'query ($in: [ID!]!) { nodes(ids: $in) { id } }', wrong(15_000)],
  [
    'a filter’s',
    'query ($in: TaskFilter) { tasks(filter: $in) { nodes { id } } }',
    { or: [{ and: wrong(50_000) }] },
  ],
  [
    'an input’s',
    'mutation ($in: CreateTaskInput!) { createTask(input: $in) { mutationId } }',
    { title: 'x', tagIds: wrong(15_000) },
  ],
])('a list that is too long is one problem with its path: %s', async (_name, query, input) => {
  // The second time, the operation is cached, and runs compiled where it can.
  for (let sent = 0; sent < 3; sent += 1) {
    const answer = await ada.gql(query, { in: input as never })
    expect(codesOf(answer)).toEqual(['LIMIT_EXCEEDED'])
    expect(answer.errors?.[0]?.message).toContain(
      `at most ${maxInputItems.toLocaleString('en')} items`,
    )
    expect(answer.errors?.[0]?.extensions.issues?.[0]?.path[0]).toBe('in')
    expect(answer.text.length).toBeLessThan(2_000)
  }
})

/** A body that is broken at its end, which only shows when it is read that far. */
async function sendBroken(query: string, variables: unknown) {
  const body = JSON.stringify({ query, variables }).replace(/}$/, ', broken')
  return await send(`${app.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ada.token}`, 'content-type': 'application/json' },
    body,
  })
}
const anything = 'query ($in: TaskFilter) { tasks(filter: $in) { nodes { id } } }'

test.each([
  ['a long list', { in: { or: [{ 'and "more"': wrong(1_001) }] } }, ['in', 'or', 0, 'and "more"']],
  [
    'an object of many fields',
    { in: Object.fromEntries(wrong(1_001).map((_, nth) => [`f${nth}`, 1])) },
    ['in'],
  ],
  ['many values in all', { in: wrong(900).map(() => wrong(60)) }, []],
])('%s is refused before the body is parsed', async (_name, variables, path) => {
  const answer = await sendBroken(anything, variables)
  expect([answer.status, codesOf(answer)]).toEqual([200, ['LIMIT_EXCEEDED']])
  expect(answer.errors?.[0]?.extensions.issues?.[0]?.path).toEqual(path)
  // A body with as many as allowed is read on.
  const fewer = await sendBroken(anything, { in: wrong(900).map(() => wrong(50)) })
  expect([fewer.status, codesOf(fewer)]).toEqual([400, ['BAD_USER_INPUT']])
})

test('a filter has at most a thousand objects, at any depth', async () => {
  const parts = (count: number) => ({
    or: Array.from({ length: count }, () => ({ or: wrong(9).map(() => ({})) })),
  })
  const create =
    'mutation ($in: CreateSavedViewInput!) { createSavedView(input: $in) { mutationId } }'
  for (const [query, input] of [
    [anything, parts(100)],
    [create, { name: 'x', filter: parts(100) }],
  ] as const) {
    const answer = await ada.gql(query, { in: input as never })
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
    expect(answer.errors?.[0]?.message).toContain('at most 1,000 objects')
  }
  // Its own limit is reported where it is the lower one.
  const few = await ada.gql(anything, { in: parts(40) as never })
  expect(few.errors?.[0]?.message).toContain('at most 200 parts')
})

test('every list of every input is refused for its length alone', async () => {
  const found: string[] = []
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isInputObjectType(type) || type.name.startsWith('__')) continue
    for (const { name, type: given } of Object.values(type.getFields())) {
      if (!isListType(isNonNullType(given) ? given.ofType : given)) continue
      const mutation = Object.values(schema.getMutationType()?.getFields() ?? {}).find(({ args }) =>
        args.some((argument) => String(argument.type) === `${type.name}!`),
      )
      if (!mutation) continue
      const query = `mutation ($input: ${type.name}!) { ${mutation.name}(input: $input) { mutationId } }`
      const answer = await ada.gql(query, { input: { [name]: wrong(maxInputItems + 1) } })
      expect([name, codesOf(answer)]).toEqual([name, ['LIMIT_EXCEEDED']])
      found.push(`${type.name}.${name}`)
    }
  }
  expect(found.length).toBeGreaterThan(10)
})

test.each([
  ['orderBy', 'query ($in: [TaskOrder!]) { tasks(orderBy: $in) { nodes { id } } }', wrong(1_000)],
  ['ids', 'query ($in: [ID!]!) { nodes(ids: $in) { id } }', wrong(1_000)],
  [
    'tasks',
    'mutation ($in: CreateTasksInput!) { createTasks(input: $in) { mutationId } }',
    { tasks: Array.from({ length: 1_000 }, () => ({ title: '', id: 'x'.repeat(500) })) },
  ],
  [
    'the parts of a filter',
    'query ($in: TaskFilter) { tasks(filter: $in) { nodes { id } } }',
    {
      or: Array.from({ length: 150 }, () => ({
        or: Array.from({ length: 150 }, () => ({ title: null })),
      })),
    },
  ],
])('of many problems only the first are reported: %s', async (_name, query, input) => {
  for (let sent = 0; sent < 3; sent += 1) {
    const answer = await ada.gql(query, { in: input as never })
    expect(answer.status).toBeLessThan(500)
    expect(answer.errors?.length).toBeGreaterThan(0)
    expect(answer.errors?.length).toBeLessThanOrEqual(maxReportedProblems)
    for (const { message, extensions } of answer.errors ?? []) {
      expect(message.length).toBeLessThanOrEqual(longestMessage)
      expect(extensions.issues?.length ?? 0).toBeLessThanOrEqual(maxReportedProblems)
    }
  }
})

test('what was sent is repeated only in part, however long it is', async () => {
  const long = 'x'.repeat(900_000)
  const answers = [
    await ada.gql('query ($first: Int) { tasks(first: $first) { nodes { id } } }', { first: long }),
    await ada.gql('mutation ($in: CreateListInput!) { createList(input: $in) { mutationId } }', {
      in: { id: long, name: 'x' },
    }),
    await ada.gql('mutation ($in: CreateListInput!) { createList(input: $in) { mutationId } }', {
      in: { name: 'x', [long]: 1, wrong: long },
    }),
    await ada.gql(`{ ${long} }`),
    await ada.gql(`{ task(id: "${long}", wrong: "${long.slice(0, 9)}") { id } }`),
  ]
  for (const answer of answers) {
    expect(answer.status).toBeLessThan(500)
    expect(answer.errors?.length).toBeGreaterThan(0)
    expect(answer.text.length).toBeLessThan(10_000)
  }
})
