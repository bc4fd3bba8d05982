import { expect, test } from 'vitest'
import {
  changeDates,
  type DateChanges,
  noDates,
  type TaskDates,
} from '../../src/domain/task-dates.ts'
import {
  datesAfterCompletion,
  datesAfterSkip,
  shiftDates,
} from '../../src/domain/task-occurrence.ts'

const zone = 'Europe/Berlin'

function change(changes: DateChanges, current: TaskDates = noDates): TaskDates {
  const changed = changeDates(current, changes, zone)
  if (!changed.ok) throw new Error(JSON.stringify(changed.issues))
  return changed.dates
}

function issuePaths(changes: DateChanges, current: TaskDates = noDates): string[] {
  const changed = changeDates(current, changes, zone)
  return changed.ok ? [] : changed.issues.map((issue) => issue.path.join('.'))
}

const weekly = { rule: 'FREQ=WEEKLY;BYDAY=MO', basis: 'SCHEDULE' } as const
const everyMonday = change({ dueOn: '2027-01-04', startOn: '2027-01-02', recurrence: weekly })

test('A due time is in the person’s zone unless it names one, and keeps the one it has', () => {
  const timed = change({ dueOn: '2027-07-01', dueTime: '09:00' })
  expect(timed).toMatchObject({ dueTimeZone: zone, dueAt: '2027-07-01T07:00:00.000Z' })
  const abroad = change({ dueTimeZone: 'asia/tokyo' }, timed)
  expect(abroad).toMatchObject({ dueTimeZone: 'Asia/Tokyo', dueAt: '2027-07-01T00:00:00.000Z' })
  expect(change({ dueTime: '10:00' }, abroad)).toMatchObject({ dueTimeZone: 'Asia/Tokyo' })
  expect(change({ dueTimeZone: null }, abroad)).toMatchObject({ dueTimeZone: zone })
})

test.each([
  ['2027-03-27', '02:30', '2027-03-27T01:30:00.000Z'],
  // The clock goes from 2 to 3.
  ['2027-03-28', '02:30', '2027-03-28T01:30:00.000Z'],
  ['2027-03-29', '02:30', '2027-03-29T00:30:00.000Z'],
  // The clock goes from 3 to 2, so this time comes twice: the first counts.
  ['2027-10-31', '02:30', '2027-10-31T00:30:00.000Z'],
])('%s at %s in Berlin is %s', (dueOn, dueTime, dueAt) => {
  expect(change({ dueOn, dueTime }).dueAt).toBe(dueAt)
})

test.each<[DateChanges, string[]]>([
  [{ dueTime: '09:00' }, ['dueTime']],
  [{ dueOn: '2027-01-01', dueTime: '9:00' }, ['dueTime']],
  [{ dueOn: '2027-01-01', dueTimeZone: zone }, ['dueTimeZone']],
  [{ dueOn: '2027-01-01', dueTime: '09:00', dueTimeZone: '+01:00' }, ['dueTimeZone']],
  [{ startOn: '2027-01-02', dueOn: '2027-01-01' }, ['startOn']],
  [{ recurrence: weekly }, ['recurrence']],
  [{ dueOn: '2027-01-01', recurrence: { ...weekly, rule: 'FREQ=SECONDLY' } }, ['recurrence.rule']],
  [{ dueOn: '2027-01-01', recurrence: { ...weekly, basis: 'COMPLETION' } }, ['recurrence.rule']],
  [{ startOn: '2027-01-02', dueOn: '2027-01-01', dueTime: 'noon' }, ['dueTime', 'startOn']],
])('%o is refused', (changes, paths) => {
  expect(issuePaths(changes)).toEqual(paths)
})

test('A due day before the start that stays is the due day’s problem', () => {
  expect(issuePaths({ dueOn: '2027-01-01' }, everyMonday)).toEqual(['dueOn'])
  expect(change({ startOn: '2027-01-04' }, everyMonday).startOn).toBe('2027-01-04')
})

test('Another day for this and all that follow keeps the start’s own rule', () => {
  const moved = change({ dueOn: '2027-01-06', occurrences: 'THIS_AND_FOLLOWING' }, everyMonday)
  expect(moved).toMatchObject({
    dueOn: '2027-01-06',
    recurrenceRule: 'FREQ=WEEKLY;BYDAY=WE',
    recurrenceStart: '2027-01-06',
    recurrenceOn: '2027-01-06',
  })
  const once = change({ dueOn: '2027-01-06' }, everyMonday)
  expect(once).toMatchObject({ dueOn: '2027-01-06', recurrenceOn: '2027-01-04' })
})

test('The next occurrence has its start as long before and its time of day', () => {
  const timed = change({ dueTime: '09:00' }, everyMonday)
  const next = datesAfterCompletion(timed, '2027-01-01')
  expect(next).toMatchObject({
    days: 7,
    dates: { startOn: '2027-01-09', dueOn: '2027-01-11', dueAt: '2027-01-11T08:00:00.000Z' },
  })
})

test('One that was put off goes on from the day its rule gave, and is as far from its start', () => {
  const putOff = change({ dueOn: '2027-01-06' }, everyMonday)
  expect(datesAfterCompletion(putOff, '2027-01-06')).toMatchObject({
    days: 5,
    dates: { startOn: '2027-01-07', dueOn: '2027-01-11', recurrenceOn: '2027-01-11' },
  })
})

test('What doesn’t repeat, or has come to its end, has no next occurrence', () => {
  expect(datesAfterCompletion(change({ dueOn: '2027-01-01' }), '2027-01-01')).toBeUndefined()
  const last = change({ recurrence: { ...weekly, rule: 'FREQ=DAILY;COUNT=1' } }, everyMonday)
  expect(datesAfterCompletion(last, '2027-01-01')).toBeUndefined()
  expect(datesAfterSkip(last, '2027-01-01')).toBeUndefined()
})

test('Subtasks keep their distance, and stay where the calendar ends', () => {
  const dates = change({ startOn: '2027-03-20', dueOn: '2027-03-27', dueTime: '09:00' })
  expect(shiftDates(dates, 7)).toMatchObject({
    startOn: '2027-03-27',
    dueOn: '2027-04-03',
    dueAt: '2027-04-03T07:00:00.000Z',
  })
  const end = change({ dueOn: '9999-12-31' })
  expect(shiftDates(end, 7)).toEqual(end)
})
