import { expect, test } from 'vitest'
import { findProfileProblem, knownTimeZone } from './profile-rules.ts'

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  ['UTC', 'UTC'],
  ['+01:00', 'UTC'],
  ['Mars/Olympus', 'UTC'],
  ['', 'UTC'],
  [undefined, 'UTC'],
  [{}, 'UTC'],
])('the zone of %j is %s', (value, expected) => {
  expect(knownTimeZone(value)).toBe(expected)
})

test('a name without a visible character is refused in words', () => {
  expect(findProfileProblem({ name: ' \u200b ' })).toBe(
    'The name is empty. Write 1 to 100 characters.',
  )
})

test('a profile that changes neither name nor address has no problem', () => {
  expect(findProfileProblem({})).toBeUndefined()
})

test('an address longer than mail can carry is refused', () => {
  expect(findProfileProblem({ name: 'Ada', email: `${'a'.repeat(251)}@b.c` })).toContain('254')
})
