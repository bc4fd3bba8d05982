import { expect, test } from 'vitest'
import { describeProviderError } from './provider-errors.ts'

test('coming back without an error shows no message', () => {
  expect(describeProviderError(undefined)).toBeUndefined()
})

test('a known error is shown in our words', () => {
  expect(describeProviderError('access_denied')).toContain('You cancelled')
})

test.each(['<b>bold</b>', 'constructor', '__proto__', '', ['access_denied', 'x']])(
  'nothing of an unknown error is shown: %j',
  (error) => {
    expect(describeProviderError(error)).toBe('That didn’t work. Try once more.')
  },
)
