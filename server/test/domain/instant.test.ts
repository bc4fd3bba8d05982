import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkInstant } from '../../src/domain/dates/instant.ts'

test.each([
  ['2026-11-23T07:05:01Z', '2026-11-23T07:05:01.000Z'],
  ['2026-11-23t07:05:01.5z', '2026-11-23T07:05:01.500Z'],
  ['2026-11-23T07:05:01.123456789+01:00', '2026-11-23T06:05:01.123Z'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ['2024-02-29T12:00:00Z', '2024-02-29T12:00:00.000Z'],
])('%s is the instant %s', (text, value) => {
  expect(checkInstant(text)).toEqual({ ok: true, value })
})

test.each([
  ['0000-12-31T23:59:59Z', 'years 1 to 9999'],
  ['0001-01-01T00:00:00+14:00', 'years 1 to 9999'],
  ['9999-12-31T23:59:59-00:01', 'years 1 to 9999'],
  ['+010000-01-01T00:00:00Z', 'not an instant'],
  ['-000001-01-01T00:00:00Z', 'not an instant'],
  ['2026-02-30T00:00:00Z', 'not an instant'],
  ['2026-13-01T00:00:00Z', 'not an instant'],
  ['2026-11-23T24:00:00Z', 'not an instant'],
  ['2026-11-23T23:59:60Z', 'not an instant'],
  ['2026-11-23T07:05:01', 'not an instant'],
  ['2026-11-23', 'not an instant'],
  ['2026-11-23T07:05:01+24:00', 'not an instant'],
  ['', 'not an instant'],
])('%s is refused: %s', (text, words) => {
  expect(checkInstant(text)).toEqual({ ok: false, message: expect.stringContaining(words) })
})

test('accepted instants have one form, and are the same instant', () => {
  const year = fc.integer({ min: 0, max: 9_999 })
  const offset = fc.integer({ min: -23, max: 23 })
  fc.assert(
    fc.property(year, offset, (y, hours) => {
      const zone = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:30`
      const text = `${String(y).padStart(4, '0')}-12-31T23:59:59.999${zone}`
      const checked = checkInstant(text)
      if (!checked.ok) return
      expect(checked.value).toMatch(/^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
      expect(Date.parse(checked.value)).toBe(Date.parse(text))
    }),
  )
})
