import { GraphQLError } from 'graphql'
import { NoResultError } from 'kysely'
import pg from 'pg'
import { expect, test } from 'vitest'
import { describeError } from '../../src/domain/error-facts.ts'

const words = 'What a person wrote'
/** Words that look like a code, or a line of the source. */
const word = 'Secret'

function attempt(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}

const databaseError = Object.assign(new pg.DatabaseError(`invalid: "${words}"`, 1, 'error'), {
  code: '23505',
  constraint: 'task_pkey',
  detail: `Key (title)=(${words}) already exists.`,
  hint: words,
  where: `unnamed portal parameter $1 = '${words}'`,
  table: 'task',
  parameters: [words],
})

test.each([
  ['a row that was expected', new NoResultError({ parameters: [words] } as never)],
  ['the database', databaseError],
  ['a text that is no JSON', attempt(() => JSON.parse(`{${words}`))],
  ['a zone', attempt(() => new Intl.DateTimeFormat('en', { timeZone: words }))],
  ['an address', attempt(() => new URL(words))],
  [
    'GraphQL',
    new GraphQLError(words, { extensions: { words }, originalError: new TypeError(words) }),
  ],
  [
    'a property that was added',
    Object.assign(new Error('ours'), { words, code: words, query: words }),
  ],
  ['a cause', new Error('ours', { cause: databaseError })],
  ['several', new AggregateError([databaseError, new SyntaxError(words)], words)],
  ['a message of several lines', new SyntaxError(`${words}\n    at ${words} (/tmp/x.ts:1:1)`)],
  ['a message with a line like a place', new SyntaxError(`x\n    at ${word}.read (/tmp/x.ts:1:1)`)],
  [
    'the database, in one word',
    Object.assign(new pg.DatabaseError(word, 1, 'error'), {
      ...{ detail: word, hint: word, where: word, parameters: [word], internalQuery: word },
    }),
  ],
  ['a text that was thrown', words],
  ['an object that was thrown', { message: words }],
])('the log of an error about %s contains nothing that a person wrote', (_name, error) => {
  const described = JSON.stringify(describeError(error))
  expect(described).not.toContain(words)
  expect(described).not.toContain(word)
})

test('it contains what helps to find the cause: codes, names of the schema, lines of the source', () => {
  const described = describeError(new Error('Tidying up failed', { cause: databaseError }))
  expect(described).toMatchObject({
    type: 'Error',
    message: 'Tidying up failed',
    cause: { type: 'DatabaseError', code: '23505', constraint: 'task_pkey', table: 'task' },
  })
  expect(described.stack?.[0]).toMatch(/^at .*error-facts\.test\.ts:\d+:\d+/)
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), {
    ...{ code: 'ECONNREFUSED', errno: -111, syscall: 'connect', address: '127.0.0.1', port: 1 },
  })
  expect(describeError(refused)).toMatchObject({ message: refused.message, port: 1 })
})
