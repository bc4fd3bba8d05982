import { expect, test } from 'vitest'
import { checkPasswordChange, checkSignIn, checkSignUp, explainFailure } from './form-errors.ts'

const good = { name: 'Ada', email: 'ada@example.com', password: 'correct horse' }

test('good values have nothing said about them', () => {
  expect(checkSignUp(good)).toEqual({})
  expect(checkSignIn(good)).toEqual({})
})

test('every problem is reported at once', () => {
  expect(Object.keys(checkSignUp({ name: ' ', email: 'ada', password: 'short' }))).toEqual([
    'name',
    'email',
    'password',
  ])
})

test('signing in does not judge the length of a password', () => {
  expect(checkSignIn({ ...good, password: 'old' })).toEqual({})
})

test('a wrong password is reported without saying whether the address is known', () => {
  expect(explainFailure({ status: 401, code: 'INVALID_EMAIL_OR_PASSWORD' })).toEqual({
    password: 'The e-mail or the password is wrong.',
  })
})

test('what the server says in the words of a machine is not shown', () => {
  const errors = explainFailure({ status: 500, message: 'relation "auth_user" does not exist' })
  expect(errors.form).not.toContain('auth_user')
})

test('a refused password has the server’s reason beside it', () => {
  expect(explainFailure({ status: 400, code: 'PASSWORD_REFUSED', message: 'Too common.' })).toEqual(
    {
      password: 'Too common.',
    },
  )
})

test('changing a password asks for the old one, and judges only the new one', () => {
  expect(checkPasswordChange({ currentPassword: '', password: 'short' })).toEqual({
    currentPassword: 'Enter your current password.',
    password: 'Use at least 10 characters.',
  })
  expect(checkPasswordChange({ currentPassword: 'old', password: 'correct horse' })).toEqual({})
})

test('a server where too many are signing in says so, and asks to try again', () => {
  expect(explainFailure({ status: 503, code: 'TOO_MANY_SIGNING_IN' })).toEqual({
    form: 'Too many people are signing in right now. Try again in a few seconds.',
  })
})

test('too many attempts are reported with how long to wait', () => {
  const message = 'Too many attempts. Try again in 30 seconds.'
  expect(explainFailure({ status: 429, code: 'TOO_MANY_ATTEMPTS', message })).toEqual({
    form: message,
  })
})
