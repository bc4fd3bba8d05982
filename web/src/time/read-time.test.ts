import { formatTime } from '@tend/server/domain/dates/format-date'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTime } from './read-time.ts'

test.each([
  ['9', '09:00'],
  [' 21 ', '21:00'],
  ['9:30', '09:30'],
  ['9.30', '09:30'],
  ['930', '09:30'],
  ['2130', '21:30'],
  ['9pm', '21:00'],
  ['9:30 PM', '21:30'],
  ['9:30 p.m.', '21:30'],
  ['12am', '00:00'],
  ['12:15 pm', '12:15'],
  ['0:05', '00:05'],
])('%s is %s', (text, time) => {
  expect(readTime(text)).toBe(time)
})

test.each(['', 'noonish', '24', '25:00', '9:60', '9:5', '13pm', '0am', '9:30:00', '-9', '12345'])(
  '%j is no time',
  (text) => {
    expect(readTime(text)).toBeUndefined()
  },
)

test('a time is read as it is shown', () => {
  const formats = { weekStartsOn: 'MONDAY', dateStyle: 'DAY_FIRST' } as const
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_439 }), (minutes) => {
      const [hour, minute] = [Math.floor(minutes / 60), minutes % 60].map((part) =>
        String(part).padStart(2, '0'),
      )
      const time = `${hour}:${minute}`
      for (const timeStyle of ['HOURS_12', 'HOURS_24'] as const)
        expect(readTime(formatTime(time, { ...formats, timeStyle }))).toBe(time)
    }),
  )
})
