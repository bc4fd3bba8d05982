import { getIntrospectionQuery } from 'graphql'
import { afterAll, describe, expect, test } from 'vitest'
import { bulkSize } from '../../src/domain/early-limits.ts'
import { codesOf } from '../support/ask.ts'
import { readRowsOf } from '../support/rows.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

async function refusal(query: string, variables?: Record<string, unknown>): Promise<string> {
  const answer = await ada.gql(query, variables)
  expect(answer.status).toBeLessThan(500)
  expect(codesOf(answer)).toEqual(['QUERY_TOO_COMPLEX'])
  expect(answer.data).toBeUndefined()
  return answer.errors?.[0]?.message ?? ''
}

const nested = (levels: number, name = 'tasks { nodes') =>
  `{ ${`${name} { `.repeat(levels)}id${' }'.repeat(levels)} }`
const list = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ')

describe('an operation is refused with the figure', () => {
  test('for its tokens', async () => {
    expect(await refusal(`{ me { ${'id '.repeat(10_000)} } }`)).toContain('10,000 tokens')
  })

  test.each([100, 5_000, 100_000])('for brackets that are nested %i deep', async (levels) => {
    // Beyond ten thousand tokens, these are reported first.
    const message = await refusal(nested(levels, 'me'))
    expect(message).toContain('nested deeper than 64')
    expect(await refusal(`{ node(id: ${'['.repeat(levels)}1${']'.repeat(levels)}) { id } }`)).toBe(
      message,
    )
  })

  test('for its depth, in fragments too', async () => {
    expect(await refusal(nested(20, 'list'))).toContain('21 levels of fields; 20')
    const fragments = list(
      21,
      (index) => `fragment f${index} on List { tasks { nodes { list { ...f${index + 1} } } } }`,
    )
    const query = `{ lists { nodes { ...f0 } } } ${fragments} fragment f21 on List { id }`
    expect(await refusal(query)).toContain('66 levels of fields')
  })

  test('for fields that are repeated in the same selection, in fragments too', async () => {
    expect(await refusal(`{ me { ${'id '.repeat(300)} } }`)).toContain('same selections')
    const half = `{ tasks { nodes { ${'list { id } '.repeat(80)} } } }`
    expect((await ada.gql(half)).status).toBe(200)
    const fragments = list(150, (index) => `fragment f${index} on List { ${'id '.repeat(2)} }`)
    const query = `{ lists { nodes { ${list(150, (index) => `...f${index}`)} } } } ${fragments}`
    expect(await refusal(query)).toContain('same selections')
  })

  test('for the fields of a fragment that it doesn’t use', async () => {
    expect(await refusal(`{ me { id } } fragment f on User { ${'id '.repeat(1_001)} }`)).toContain(
      '1,001 fields',
    )
  })

  test('circular fragments are counted quickly', async () => {
    // Few enough fields, and a hundred thousand paths through them.
    const count = 9
    const fragments = list(
      count,
      (index) => `fragment f${index} on Task { list { ${list(count, (to) => `...f${to}`)} } }`,
    )
    const startedAt = performance.now()
    expect(await refusal(`{ tasks { nodes { ...f0 } } } ${fragments}`)).toContain('same selections')
    expect(performance.now() - startedAt).toBeLessThan(3_000)
  })

  test('for its aliases', async () => {
    const query = `{ me { ${list(51, (index) => `a${index}: name`)} } }`
    expect(await refusal(query)).toContain('51 aliases; 50')
  })

  test('for its directives', async () => {
    const query = `{ me { name ${'@skip(if: false) '.repeat(51)} } }`
    expect(await refusal(query)).toContain('51 directives; 50')
  })

  test('not for a fragment with many fields that is below the root', async () => {
    const fields = Array.from({ length: 25 }, (_, index) => `a${index}: title`).join(' ')
    const query = `{ tasks(first: 1) { nodes { ...Many } } } fragment Many on Task { ${fields} }`
    const answer = await ada.gql(query)
    expect(answer.errors).toBeUndefined()
  })

  test('for the fields at its root, which fragments can’t hide', async () => {
    const half = list(11, (index) => `a${index}: me { id }`)
    const query = `{ ...half ... { b: me { id } } ...half } fragment half on Query { ${half} }`
    expect(await refusal(query)).toContain('23 fields at its root; 20')
  })

  test('for its fields, though it is short: fragments that double each other', async () => {
    const doubling = list(
      40,
      (index) => `fragment f${index} on User { ...f${index + 1} ...f${index + 1} }`,
    )
    const query = `{ me { ...f0 } } ${doubling} fragment f40 on User { id }`
    expect(await refusal(query)).toMatch(/[\d,]{13,} fields; 1,000/)
  })

  test('for its cost, in pages in pages', async () => {
    const query =
      '{ lists(first: 100) { nodes { tasks(first: 100) { nodes { list { tasks(first: 100) { nodes { id } } } } } } } }'
    expect(await refusal(query)).toContain('a cost of 1,030,201; 20,000 are allowed')
  })

  test('for its cost, which depends on variables', async () => {
    const query = 'query ($n: Int) { tasks(first: $n) { nodes { tags { id } } } }'
    expect(await refusal(query, { n: 2_000 })).toContain('a cost of 22,001')
    expect(codesOf(await ada.gql(query, { n: 101 }))).toEqual(['BAD_USER_INPUT'])
    expect((await ada.gql(query, { n: 100 })).errors).toBeUndefined()
  })

  test('when it is a mutation, and nothing of it happens', async () => {
    const before = await readRowsOf(app.owner, ada.userId)
    const one =
      'createTask(input: { title: "x" }) { task { list { tasks(first: 100) { nodes { tags { id } subtasks { id } } } } } }'
    const query = `mutation { ${list(12, (index) => `a${index}: ${one}`)} }`
    expect(await refusal(query)).toContain('a cost of')
    expect(await readRowsOf(app.owner, ada.userId)).toEqual(before)
  })
})

test('circular fragments are reported as a mistake of the query', async () => {
  const query = '{ me { ...a } } fragment a on User { ...b } fragment b on User { ...a }'
  expect(codesOf(await ada.gql(query))).toContain('BAD_USER_INPUT')
})

test('sensible operations are allowed: introspection, the largest bulk mutation, large pages', async () => {
  expect((await ada.gql(getIntrospectionQuery())).errors).toBeUndefined()
  const create = `mutation ($input: CreateTasksInput!) {
    createTasks(input: $input) { tasks { id title list { id name } tags { id name } } changedCount }
  }`
  const tasks = Array.from({ length: bulkSize.max }, (_, index) => ({ title: `Task ${index}` }))
  expect((await ada.data(create, { input: { tasks } })).createTasks.changedCount).toBe(1_000)
  const changes =
    '{ changes(first: 500) { changes { node { ... on Task { list { id } tags { id } } } } } }'
  expect((await ada.data(changes)).changes.changes).toHaveLength(500)
})
