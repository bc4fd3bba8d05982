import { expect, test } from 'vitest'
import { describeWait } from './describe-wait.ts'

test.each([
  [1, '1 second'],
  [30, '30 seconds'],
  [90, '90 seconds'],
  [91, '2 minutes'],
  [300, '5 minutes'],
])('a wait of %i seconds is %s', (seconds, expected) => {
  expect(describeWait(seconds)).toBe(`Too many attempts. Try again in ${expected}.`)
})
