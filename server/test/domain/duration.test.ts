import { expect, test } from 'vitest'
import { parseDurationSeconds } from '../../src/domain/dates/duration.ts'

test.each([
  ['30s', 30],
  ['15m', 900],
  ['12h', 43_200],
  ['7d', 604_800],
  ['2w', 1_209_600],
  ['90', 90],
  ['0', 0],
  [' 5s ', 5],
])('reads %j as %d seconds', (text, seconds) => {
  expect(parseDurationSeconds(text)).toBe(seconds)
})

test.each(['', 's', '-5s', '1.5h', '1e3', '7 d', '7D', '5y', '1h30m', '0x10', '999999999999999w'])(
  'refuses %j',
  (text) => {
    expect(parseDurationSeconds(text)).toBeUndefined()
  },
)
