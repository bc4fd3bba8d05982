import { expect, test } from 'vitest'
import {
  checkDueTime,
  type Due,
  dayBounds,
  dueInstant,
  dueState,
  startOfDay,
} from '../../src/domain/dates/due-date.ts'

test.each([
  ['a time in summer', '2026-07-01', '09:00', 'Europe/Berlin', '2026-07-01T07:00:00Z'],
  ['a time in winter', '2026-01-01', '09:00', 'Europe/Berlin', '2026-01-01T08:00:00Z'],
  ['a skipped time', '2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
  ['a repeated time', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
  ['a skipped time', '2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
  ['a repeated time', '2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
  ['a skip of half an hour', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00Z'],
  [
    'a repeat of half an hour',
    '2026-04-05',
    '01:45',
    'Australia/Lord_Howe',
    '2026-04-04T14:45:00Z',
  ],
  ['a skipped midnight', '2018-11-04', '00:00', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
  ['a repeated 23:30', '2018-02-17', '23:30', 'America/Sao_Paulo', '2018-02-18T01:30:00Z'],
  ['a skipped midnight', '2021-03-27', '00:30', 'Asia/Gaza', '2021-03-26T22:30:00Z'],
  ['a skipped day', '2011-12-30', '09:00', 'Pacific/Apia', '2011-12-30T19:00:00Z'],
])('%s (%s %s in %s) falls at %s', (_, day, time, timeZone, instant) => {
  expect(dueInstant(day, time, timeZone).toString()).toBe(instant)
})

test.each([
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
  ['2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00:00Z'],
  ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
  ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00Z'],
  // Half past eleven in the evening became half past midnight.
  ['1919-03-31', 'America/Toronto', '1919-03-31T04:30:00Z'],
])('the day %s in %s starts at %s', (day, timeZone, instant) => {
  expect(startOfDay(day, timeZone).toString()).toBe(instant)
})

const now = Temporal.Instant.from('2026-11-23T22:30:00Z')

test.each([
  ['America/New_York', '2026-11-22', 'overdue'],
  ['America/New_York', '2026-11-23', 'today'],
  ['America/New_York', '2026-11-24', 'next7days'],
  ['America/New_York', '2026-11-30', 'next7days'],
  ['America/New_York', '2026-12-01', 'later'],
  ['Europe/Berlin', '2026-11-23', 'today'],
  ['Europe/Kyiv', '2026-11-23', 'overdue'],
  ['Europe/Kyiv', '2026-11-24', 'today'],
  ['Asia/Kathmandu', '2026-12-01', 'next7days'],
])('for a person in %s a task due on %s is %s', (timeZone, day, state) => {
  const due: Due = { day, time: null, timeZone: null }
  expect(dueState(due, { now, timeZone })).toBe(state)
})

test.each([
  ['Europe/Berlin', '2026-11-23', '23:29', 'Europe/Berlin', 'overdue'],
  ['Europe/Berlin', '2026-11-23', '23:30', 'Europe/Berlin', 'today'],
  ['Europe/Berlin', '2026-11-24', '00:00', 'Europe/Berlin', 'next7days'],
  ['Asia/Tokyo', '2026-11-24', '00:00', 'Europe/Berlin', 'today'],
  ['America/New_York', '2026-11-24', '07:30', 'Asia/Tokyo', 'today'],
  ['America/New_York', '2026-11-24', '07:29', 'Asia/Tokyo', 'overdue'],
  ['Europe/Berlin', '2026-12-01', '00:00', 'Europe/Berlin', 'later'],
])(
  'for a person in %s a task due on %s at %s in %s is %s',
  (reader, day, time, timeZone, state) => {
    expect(dueState({ day, time, timeZone }, { now, timeZone: reader })).toBe(state)
  },
)

test('a task without a due date is in no due state', () => {
  expect(dueState(null, { now, timeZone: 'UTC' })).toBe('none')
})

test('the bounds of a day that has 23 hours are its own', () => {
  const at = { now: Temporal.Instant.from('2026-03-29T12:00:00Z'), timeZone: 'Europe/Berlin' }
  const { startOfToday, startOfTomorrow, ...rest } = dayBounds(at)
  expect(startOfTomorrow.since(startOfToday).total('hours')).toBe(23)
  expect({ ...rest, endOfNext7Days: rest.endOfNext7Days.toString() }).toEqual({
    today: '2026-03-29',
    tomorrow: '2026-03-30',
    dayAfterNext7: '2026-04-06',
    endOfNext7Days: '2026-04-05T22:00:00Z',
  })
})

test('the bounds separate tasks just as the state of each one does', () => {
  for (const timeZone of ['Pacific/Apia', 'America/New_York', 'Asia/Kathmandu', 'Asia/Gaza']) {
    const bounds = dayBounds({ now, timeZone })
    for (let hours = -60; hours < 220; hours += 1) {
      const instant = now.add({ hours })
      const [day, time] = instant.toString().slice(0, 16).split('T') as [string, string]
      const state = dueState({ day, time, timeZone: 'UTC' }, { now, timeZone })
      const before = (bound: Temporal.Instant) => Temporal.Instant.compare(instant, bound) < 0
      const expected = before(now)
        ? 'overdue'
        : before(bounds.startOfTomorrow)
          ? 'today'
          : before(bounds.endOfNext7Days)
            ? 'next7days'
            : 'later'
      expect(state).toBe(expected)
    }
  }
})

test.each([
  ['00:00', true],
  ['23:59', true],
  ['24:00', false],
  ['9:00', false],
  ['09:00:00', false],
  ['', false],
])('%s as a due time is accepted: %s', (text, ok) => {
  expect(checkDueTime(text).ok).toBe(ok)
})
