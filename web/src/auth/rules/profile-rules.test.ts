import { expect, test } from 'vitest'
import { findProfileProblem, findTimeZone } from './profile-rules.ts'

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  ['UTC', 'UTC'],
  ['+01:00', undefined],
  ['Mars/Olympus', undefined],
  ['', undefined],
  [undefined, undefined],
  [{}, undefined],
])('the zone of %j is %s', (value, expected) => {
  expect(findTimeZone(value)).toBe(expected)
})

test('a name without a visible character is refused in words', () => {
  expect(findProfileProblem({ name: ' \u200b ' })).toBe(
    'The name is empty. Write 1 to 100 characters.',
  )
})

test('a profile that changes neither name nor address has no problem', () => {
  expect(findProfileProblem({})).toBeUndefined()
})

test('an address too long for mail is refused', () => {
  expect(findProfileProblem({ name: 'Ada', email: `${'a'.repeat(251)}@b.c` })).toContain('254')
})

test.each([
  [`data:image/png;base64,${btoa('\x89PNG\r\n\x1a\n')}`, true],
  ['https://avatars.example.com/u/1.png', true],
  [null, true],
  [`https://example.com/${'a'.repeat(2_000)}`, false],
  ['http://example.com/1.png', false],
  ['javascript:alert(1)', false],
  [`data:image/svg+xml;base64,${btoa('<svg/>')}`, false],
  [`data:image/png;base64,${btoa('<svg/>')}`, false],
])('the picture %s will do: %s', (image, fine) => {
  expect(findProfileProblem({ image }) === undefined).toBe(fine)
})
