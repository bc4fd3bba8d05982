import { expect, test } from 'vitest'
import { startState } from '../../src/domain/dates/start-state.ts'

/** On which side of a person's midnight, also where a day has 23 or 25 hours or is missing. */
test.each([
  ['before midnight', '2026-03-29', '2026-03-28T22:59:59.999Z', 'Europe/Berlin', 'ahead'],
  ['at midnight', '2026-03-29', '2026-03-28T23:00:00Z', 'Europe/Berlin', 'started'],
  ['the end of a day of 23 hours', '2026-03-30', '2026-03-29T21:59:59Z', 'Europe/Berlin', 'ahead'],
  ['after a day of 23 hours', '2026-03-30', '2026-03-29T22:00:00Z', 'Europe/Berlin', 'started'],
  ['the end of a day of 25 hours', '2026-10-26', '2026-10-25T22:59:59Z', 'Europe/Berlin', 'ahead'],
  ['a skipped midnight', '2018-11-04', '2018-11-04T02:59:59Z', 'America/Sao_Paulo', 'ahead'],
  [
    'after a skipped midnight',
    '2018-11-04',
    '2018-11-04T03:00:00Z',
    'America/Sao_Paulo',
    'started',
  ],
  ['a day that was left out', '2011-12-30', '2011-12-30T09:59:59Z', 'Pacific/Apia', 'ahead'],
  [
    'after a day that was left out',
    '2011-12-30',
    '2011-12-30T10:00:00Z',
    'Pacific/Apia',
    'started',
  ],
  [
    'where it is tomorrow already',
    '2026-12-01',
    '2026-11-30T11:00:00Z',
    'Pacific/Kiritimati',
    'started',
  ],
  ['where it is still yesterday', '2026-12-01', '2026-12-01T10:59:59Z', 'Pacific/Midway', 'ahead'],
])('%s: a task that starts on %s is at %s in %s %s', (_what, day, now, timeZone, state) => {
  expect(startState(day, { now: Temporal.Instant.from(now), timeZone })).toBe(state)
})

test('a task without a start has none', () => {
  expect(startState(null, { now: Temporal.Now.instant(), timeZone: 'UTC' })).toBe('none')
})
