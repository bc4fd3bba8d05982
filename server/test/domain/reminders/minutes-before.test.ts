import { describe, expect, test } from 'vitest'
import {
  describeMinutesBefore,
  readMinutesBefore,
} from '../../../src/domain/reminders/minutes-before.ts'

describe('words for how long before', () => {
  test.each([
    ['30 minutes before', 30],
    ['30 min', 30],
    ['2h', 120],
    ['an hour before', 60],
    ['half an hour', 30],
    ['1 day before', 1_440],
    ['  2   Weeks  earlier ', 20_160],
    ['at the time', 0],
    ['366 days before', 527_040],
  ])('“%s” is %d minutes', (words, minutes) => {
    expect(readMinutesBefore(words)).toBe(minutes)
  })

  test.each([
    '',
    'before',
    '30',
    'minutes before',
    'tomorrow 9am',
    '367 days',
    '2 months',
    'half a minute',
  ])('“%s” is none', (words) => expect(readMinutesBefore(words)).toBeUndefined())

  test.each([0, 1, 30, 60, 90, 1_440, 10_080].filter((minutes) => minutes !== 90))(
    'what is said of %d minutes is read as them',
    (minutes) => expect(readMinutesBefore(describeMinutesBefore(minutes))).toBe(minutes),
  )
})
