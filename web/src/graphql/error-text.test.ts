import { CombinedError } from '@urql/core'
import { expect, test } from 'vitest'
import { describeError } from './error-text.ts'

test('every problem of a bad input is reported, in the words of the API', () => {
  const issues = [{ message: 'The title is empty.' }, { message: 'The list is unknown.' }]
  expect(describeError(refusal({ code: 'BAD_USER_INPUT', issues }))).toBe(
    'The title is empty. The list is unknown.',
  )
})

test('a masked error is not shown in the words of a machine', () => {
  const error = refusal({ code: 'INTERNAL_SERVER_ERROR', requestId: '1' }, 'select * from task')
  expect(describeError(error)).not.toContain('select')
})

test('a query that was too large is reported in words for people, without its figures', () => {
  const error = refusal({ code: 'QUERY_TOO_COMPLEX' }, 'The operation has a cost of 20,001.')
  expect(describeError(error)).toContain('fewer things')
  expect(describeError(error)).not.toContain('cost')
})

test('a request that never arrived is distinguished from one that was refused', () => {
  const error = new CombinedError({ networkError: new TypeError('Failed to fetch') })
  expect(describeError(error)).toContain('can’t be reached')
})

function refusal(extensions: Record<string, unknown>, message = 'refused'): CombinedError {
  return new CombinedError({ graphQLErrors: [{ message, extensions }] })
}
