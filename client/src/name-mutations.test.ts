import { describe, expect, test } from 'vitest'
import { findMutationIdProblem } from '../../server/src/domain/mutation-id.ts'
import { createMutationId, nameMutations } from './name-mutations.ts'

const one = 'mutation ($input: CreateTagInput!) { createTag(input: $input) { mutationId } }'
const two =
  'mutation ($a: CreateTagInput!, $b: UndoInput!) { one: createTag(input: $a) { mutationId } undo(input: $b) { mutationId } }'

describe('each mutation gets a name of its own', () => {
  test('beside what its input has', () => {
    const { variables, isRepeatable } = nameMutations(one, { input: { name: 'Home' } })
    expect(variables).toEqual({ input: { name: 'Home', newMutationId: expect.any(String) } })
    expect(isRepeatable).toBe(true)
  })

  test('when there are several', () => {
    const { variables, isRepeatable } = nameMutations(two, { a: {}, b: {} })
    const names = Object.values(variables as Record<string, { newMutationId: string }>)
    expect(new Set(names.map(({ newMutationId }) => newMutationId)).size).toBe(2)
    expect(isRepeatable).toBe(true)
  })

  test.each(['newMutationId', 'idempotencyKey'])('unless it has a %s', (name) => {
    const given = { input: { name: 'Home', [name]: 'own' } }
    expect(nameMutations(one, given)).toEqual({ variables: given, isRepeatable: true })
  })

  test('whatever texts and comments say about inputs', () => {
    const document = `# input: here
      mutation ($input: X!) { createTag(input: $input) { mutationId @note(text: "input: there") } }`
    expect(nameMutations(document, { input: {} }).isRepeatable).toBe(true)
  })

  test('and the caller’s own input stays as it is', () => {
    const input = Object.freeze({ name: 'Home' })
    nameMutations(one, { input })
    expect(input).toEqual({ name: 'Home' })
  })
})

describe('a mutation that can’t be named isn’t to be repeated', () => {
  test.each([
    ['its input is written out', 'mutation { createTag(input: { name: "a" }) { mutationId } }', {}],
    [
      'one of several is written out',
      'mutation ($a: X!) { createTag(input: $a) { mutationId } undo(input: {}) { mutationId } }',
      { a: {} },
    ],
    ['its variable has no value', one, {}],
    [
      'two have one input',
      'mutation ($a: X!) { b: createTag(input: $a) { mutationId } c: createTag(input: $a) { mutationId } }',
      { a: { name: 'Home' } },
    ],
  ])('when %s', (_, document, variables) => {
    const named = nameMutations(document, variables)
    expect(named.isRepeatable).toBe(false)
    if ('a' in variables && document.includes('$a) { mutationId } c:'))
      expect(named.variables).toEqual(variables)
  })
})

test('a name is one that the API takes now, and says when it was made', () => {
  const now = Date.now()
  const names = Array.from({ length: 200 }, () => createMutationId(now))
  expect(names.map((name) => findMutationIdProblem(name, now))).toEqual(names.map(() => undefined))
  expect(new Set(names).size).toBe(200)
  expect(findMutationIdProblem(createMutationId(0), now)).toContain('1970-01-01')
})
