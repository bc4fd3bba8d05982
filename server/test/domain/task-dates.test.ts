import { expect, test } from 'vitest'
import {
  changeDates,
  type DateChanges,
  noDates,
  type TaskDates,
} from '../../src/domain/dates/task-dates.ts'
import { datesAfter, shiftDates } from '../../src/domain/recurrence/task-occurrence.ts'

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

test('A due day before an unchanged start takes the start along, and one behind it doesn’t', () => {
  const task = change({ startOn: '2027-03-20', dueOn: '2027-03-27' })
  expect(change({ dueOn: '2027-03-19' }, task)).toMatchObject({
    ...{ startOn: '2027-03-19', dueOn: '2027-03-19' },
  })
  expect(change({ dueOn: '2027-03-20' }, task).startOn).toBe('2027-03-20')
  expect(change({ dueOn: null }, task).startOn).toBe('2027-03-20')
  expect(issuePaths({ dueOn: '2027-03-19', startOn: '2027-03-20' }, task)).toEqual(['startOn'])
  expect(issuePaths({ startOn: '2027-03-28' }, task)).toEqual(['startOn'])
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

/** Noon in the person's zone. */
function at(day: string, time = '12:00', timeZone = zone) {
  return {
    now: Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).toInstant(),
    timeZone,
  }
}

function nextOn(dates: TaskDates, view: ReturnType<typeof at>): string[] {
  return (['done', 'skipped'] as const).map(
    (ending) => datesAfter(dates, ending, view)?.dates.dueOn ?? '',
  )
}

test('The next occurrence has its start equally long before, and its time of day', () => {
  const timed = change({ dueTime: '09:00' }, everyMonday)
  expect(datesAfter(timed, 'done', at('2027-01-01'))).toMatchObject({
    passage: { occurrence: '2027-01-04', next: '2027-01-11' },
    dates: { startOn: '2027-01-09', dueOn: '2027-01-11', dueAt: '2027-01-11T08:00:00.000Z' },
  })
})

test('A postponed occurrence continues from the day that its rule gave, and so does its start', () => {
  let dates = everyMonday
  for (const [putOffTo, next, start] of [
    ['2027-01-06', '2027-01-11', '2027-01-09'],
    ['2027-01-15', '2027-01-18', '2027-01-16'],
  ]) {
    dates = change({ dueOn: putOffTo }, dates)
    dates = datesAfter(dates, 'done', at(putOffTo ?? ''))?.dates ?? dates
    expect(dates).toMatchObject({ startOn: start, dueOn: next, recurrenceOn: next })
  }
})

test('A start that was postponed too keeps its distance to the postponed day', () => {
  const putOff = change({ startOn: '2027-01-07', dueOn: '2027-01-08' }, everyMonday)
  expect(datesAfter(putOff, 'done', at('2027-01-08'))?.dates).toMatchObject({
    startOn: '2027-01-10',
    dueOn: '2027-01-11',
  })
})

// Every day at a time in a zone; an occurrence due on the 4th ends at a moment in the person's
// zone.
test.each([
  ['missed yesterday', '00:05', zone, at('2027-01-05', '08:00'), '2027-01-06'],
  [
    'missed yesterday, its time still to come',
    '09:00',
    zone,
    at('2027-01-05', '08:00'),
    '2027-01-05',
  ],
  ['at its very time', '09:00', zone, at('2027-01-05', '09:00'), '2027-01-05'],
  // In Los Angeles it is the 3rd, 23:00.
  [
    'ahead in a zone behind',
    '23:50',
    'America/Los_Angeles',
    at('2027-01-04', '21:00', 'Pacific/Kiritimati'),
    '2027-01-05',
  ],
  // In New York it is the 4th, 20:00.
  [
    'just before midnight there',
    '20:30',
    'America/New_York',
    at('2027-01-05', '02:00'),
    '2027-01-05',
  ],
  // In Tokyo it is the 5th, 02:00.
  ['in a zone ahead', '01:00', 'Asia/Tokyo', at('2027-01-04', '18:00'), '2027-01-06'],
])(
  'On every day, one that is %s is followed by the first that isn’t missed',
  (_, dueTime, dueTimeZone, view, next) => {
    const daily = { rule: 'FREQ=DAILY', basis: 'SCHEDULE' } as const
    const dates = change({ dueOn: '2027-01-04', dueTime, dueTimeZone, recurrence: daily })
    expect(nextOn(dates, view)).toEqual([next, next])
  },
)

test('A time that the clocks skip is missed only once its instant has passed', () => {
  const daily = { rule: 'FREQ=DAILY', basis: 'SCHEDULE' } as const
  const dates = change({ dueOn: '2027-03-27', dueTime: '02:30', recurrence: daily })
  // The clock goes from 2 to 3, and 02:30 is 03:30.
  expect(nextOn(dates, at('2027-03-28', '03:15'))).toEqual(['2027-03-28', '2027-03-28'])
  expect(nextOn(dates, at('2027-03-28', '03:45'))).toEqual(['2027-03-29', '2027-03-29'])
})

test('After completion counts from the day where the task is due', () => {
  const recurrence = { rule: 'FREQ=DAILY', basis: 'COMPLETION' } as const
  const timed = { dueOn: '2027-01-03', dueTime: '09:00', dueTimeZone: 'America/New_York' }
  // In New York it is the 3rd.
  const view = at('2027-01-04', '03:00')
  expect(nextOn(change({ ...timed, recurrence }), view)).toEqual(['2027-01-04', '2027-01-04'])
  expect(nextOn(change({ dueOn: '2027-01-03', recurrence }), view)).toEqual([
    '2027-01-05',
    '2027-01-05',
  ])
})

test('A task that doesn’t repeat, or whose rule has ended, has no next occurrence', () => {
  const view = at('2027-01-01')
  expect(datesAfter(change({ dueOn: '2027-01-01' }), 'done', view)).toBeUndefined()
  const last = change({ recurrence: { ...weekly, rule: 'FREQ=DAILY;COUNT=1' } }, everyMonday)
  expect(nextOn(last, view)).toEqual(['', ''])
})

test('Subtasks keep their distance, and stay where the calendar ends', () => {
  const week = { occurrence: '2027-03-29', dueOn: '2027-03-29', next: '2027-04-05' }
  const dates = change({ startOn: '2027-03-20', dueOn: '2027-03-27', dueTime: '09:00' })
  expect(shiftDates(dates, week)).toMatchObject({
    startOn: '2027-03-27',
    dueOn: '2027-04-03',
    dueAt: '2027-04-03T07:00:00.000Z',
  })
  const end = change({ startOn: '9999-12-01', dueOn: '9999-12-31' })
  expect(shiftDates(end, week)).toEqual(end)
})

// The parent was due on the 4th, was postponed to the 7th, and comes again on the 11th.
test.each([
  ['2027-01-01', '2027-01-08'],
  ['2027-01-04', '2027-01-11'],
  // Postponed with it.
  ['2027-01-07', '2027-01-11'],
  ['2027-01-06', '2027-01-10'],
  // After both.
  ['2027-01-09', '2027-01-16'],
])('A subtask of %s under a parent that was postponed is on %s next time', (dueOn, next) => {
  const passage = { occurrence: '2027-01-04', dueOn: '2027-01-07', next: '2027-01-11' }
  expect(shiftDates(change({ dueOn }), passage).dueOn).toBe(next)
})
