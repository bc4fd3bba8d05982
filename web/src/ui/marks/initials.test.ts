import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test.each([
  ['Ada', 'A'],
  ['ada king', 'AK'],
  ['Augusta Ada  King', 'AK'],
  ['Ÿlva', 'Ÿ'],
  ['👩🏽‍💻 dev', '👩🏽‍💻D'],
  ['山田 太郎', '山太'],
  ['', ''],
])('“%s” is shown as %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
