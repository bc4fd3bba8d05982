import { expect, test } from 'vitest'
import commonPasswords from './common-passwords.json' with { type: 'json' }
import { findPasswordProblem } from './password-rules.ts'
import { passwordLength } from './profile-rules.ts'

const ada = { name: 'Ada Lovelace', email: 'Ada.Lovelace@example.com' }

test.each([
  ['password123', 'tried first'],
  ['PassWord123', 'tried first'],
  ['1234567890', 'tried first'],
  ['ｐａｓｓｗｏｒｄ１２３', 'tried first'],
  ['aaaaaaaaaaaaaaaa', 'over and over'],
  ['xyzxyzxyzxyz', 'over and over'],
  ['ada.lovelace@example.com', 'your own name'],
  ['ada.lovelace', 'your own name'],
  ['ada lovelace', 'your own name'],
  ['AdaLovelace', 'your own name'],
])('%s is refused with a reason', (password, reason) => {
  expect(findPasswordProblem(password, ada)).toContain(reason)
})

test.each([['correct horse battery'], ['adalovelace1815!'], ['abcabdabeabf'], ['short']])(
  '%s has nothing said about it here',
  (password) => {
    expect(findPasswordProblem(password, ada)).toBeUndefined()
  },
)

test('of a person nobody knows anything about, only the password is judged', () => {
  expect(findPasswordProblem('ada.lovelace', {})).toBeUndefined()
  expect(findPasswordProblem('password123', {})).toBeDefined()
})

test('the list holds only what could be chosen, each once and in lower case', () => {
  const { passwords } = commonPasswords
  expect(passwords.length).toBeGreaterThan(1_000)
  expect(passwords.filter((password) => password.length < passwordLength.min)).toEqual([])
  expect(passwords).toEqual([...new Set(passwords.map((password) => password.toLowerCase()))])
})
