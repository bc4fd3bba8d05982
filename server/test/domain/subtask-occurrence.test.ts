import { expect, test } from 'vitest'
import { changeDates, noDates } from '../../src/domain/dates/task-dates.ts'
import { passWithParent } from '../../src/domain/recurrence/subtask-occurrence.ts'

const view = { now: Temporal.Instant.from('2027-01-04T12:00:00Z'), timeZone: 'UTC' }
/** The parent's occurrence of Monday the 4th is over; the next is on the 11th. */
const week = { occurrence: '2027-01-04', dueOn: '2027-01-04', next: '2027-01-11' }

type Case = {
  rule: string
  on: string
  firstOn?: string
  isComing?: boolean
  isFinished?: boolean
  basis?: 'COMPLETION'
}

function pass({ rule, on, firstOn = on, isComing = false, isFinished = false, basis }: Case) {
  const recurrence = { rule, basis: basis ?? ('SCHEDULE' as const) }
  const changed = changeDates(noDates, { dueOn: firstOn, recurrence }, 'UTC')
  if (!changed.ok) throw new Error(JSON.stringify(changed.issues))
  const dates = { ...changed.dates, dueOn: on, recurrenceOn: on }
  const { kind, next } = passWithParent(
    { dates, firstOn, isComing, isFinished },
    week,
    'done',
    view,
  )
  return `${kind} ${next?.dates.dueOn ?? '-'}`
}

test.each<[string, Case, string]>([
  ['weekly like its parent', { rule: 'FREQ=WEEKLY', on: '2027-01-04' }, 'over 2027-01-11'],
  [
    'weekly, ticked before',
    { rule: 'FREQ=WEEKLY', on: '2027-01-11', firstOn: '2027-01-04', isComing: true },
    'ahead -',
  ],
  ['the day before its parent', { rule: 'FREQ=WEEKLY', on: '2027-01-03' }, 'over 2027-01-10'],
  [
    'the day before its parent, ticked before',
    { rule: 'FREQ=WEEKLY', on: '2027-01-10', firstOn: '2027-01-03', isComing: true },
    'ahead -',
  ],
  ['daily', { rule: 'FREQ=DAILY', on: '2027-01-04' }, 'over 2027-01-11'],
  [
    'daily, ticked before',
    { rule: 'FREQ=DAILY', on: '2027-01-05', firstOn: '2027-01-04', isComing: true },
    'ahead 2027-01-11',
  ],
  ['on the 15th', { rule: 'FREQ=MONTHLY', on: '2027-01-15' }, 'ahead -'],
  ['on the 8th', { rule: 'FREQ=MONTHLY', on: '2027-01-08' }, 'over 2027-02-08'],
  [
    'on the 15th and ticked by itself',
    { rule: 'FREQ=MONTHLY', on: '2027-01-15', isFinished: true },
    'over 2027-02-15',
  ],
  ['the last of a count', { rule: 'FREQ=WEEKLY;COUNT=1', on: '2027-01-04' }, 'over -'],
  [
    'daily with a count that ends before the parent’s next day',
    { rule: 'FREQ=DAILY;COUNT=3', on: '2027-01-04' },
    'over 2027-01-05',
  ],
  [
    'the same, ticked before',
    { rule: 'FREQ=DAILY;COUNT=3', on: '2027-01-05', firstOn: '2027-01-04', isComing: true },
    'ahead -',
  ],
  [
    'after completion',
    { rule: 'FREQ=DAILY;INTERVAL=3', basis: 'COMPLETION', on: '2027-01-04' },
    'over 2027-01-11',
  ],
  [
    'after completion with more days than its parent',
    { rule: 'FREQ=DAILY;INTERVAL=30', basis: 'COMPLETION', on: '2027-01-04' },
    'over 2027-02-03',
  ],
])('A repeating subtask that is %s', (_, subtask, fate) => {
  expect(pass(subtask)).toBe(fate)
})
