import { afterAll, expect, test } from 'vitest'
import { refusal, runMutation } from '../support/run-mutation.ts'
import { create, taskPayload } from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

async function update(id: string, changes: object) {
  return (await runMutation(ada, 'updateTask', { id, ...changes }, taskPayload)).task
}

const weekly = { rule: 'FREQ=WEEKLY;BYDAY=MO' }
// Mondays.
const [monday, nextMonday] = ['2027-01-04', '2027-01-11']

test.each([
  ['a due time without a day', { dueTime: '09:00' }, 'input.dueTime'],
  [
    'a zone without a time',
    { dueOn: '2027-01-01', dueTimeZone: 'Asia/Tokyo' },
    'input.dueTimeZone',
  ],
  ['a recurrence without a day', { recurrence: { rule: 'FREQ=DAILY' } }, 'input.recurrence'],
  [
    'a rule after completion with days of its own',
    { dueOn: '2027-01-01', recurrence: { rule: 'FREQ=WEEKLY;BYDAY=MO', basis: 'COMPLETION' } },
    'input.recurrence.rule',
  ],
  [
    'a rule that ends before the due day',
    { dueOn: '2027-01-01', recurrence: { rule: 'FREQ=DAILY;UNTIL=20261231' } },
    'input.recurrence.rule',
  ],
])('%s is refused', async (_what, dates, path) => {
  expect(await refusal(ada, 'createTask', { title: 'x', ...dates })).toEqual({
    code: 'BAD_USER_INPUT',
    paths: [path],
  })
})

test('The first day of the rule becomes the due day', async () => {
  const task = await create(ada, {
    title: 'Club',
    dueOn: '2027-01-01',
    recurrence: { rule: 'FREQ=MONTHLY;BYDAY=2TU' },
  })
  expect(task).toMatchObject({ dueOn: '2027-01-12', recurrence: { nextOn: '2027-02-09' } })
})

test('A due time is in the person’s zone, across a change of the clocks', async () => {
  const carl = await app.createPerson('carl')
  await app.owner
    .updateTable('auth_user')
    .set({ time_zone: 'America/New_York' })
    .where('id', '=', carl.userId)
    .execute()
  const dueAt = async (dueOn: string, dueTime: string) => {
    const task = await create(carl, { title: 'x', dueOn, dueTime })
    return [task.dueTimeZone, task.dueAt]
  }
  expect(await dueAt('2027-03-13', '02:30')).toEqual([
    'America/New_York',
    '2027-03-13T07:30:00.000Z',
  ])
  // The clock goes from 2 to 3 that night: the time that is skipped counts as 3:30.
  expect(await dueAt('2027-03-14', '02:30')).toEqual([
    'America/New_York',
    '2027-03-14T07:30:00.000Z',
  ])
  expect(await dueAt('2027-03-15', '02:30')).toEqual([
    'America/New_York',
    '2027-03-15T06:30:00.000Z',
  ])
  expect(await dueAt('9999-12-31', '23:00')).toEqual([
    'America/New_York',
    '9999-12-31T23:59:59.999Z',
  ])
})

test('Clearing the due day clears time and recurrence with it', async () => {
  const task = await create(ada, {
    title: 'x',
    dueOn: monday,
    dueTime: '10:00',
    recurrence: weekly,
  })
  expect(await update(task.id, { dueOn: null })).toMatchObject({
    dueOn: null,
    dueTime: null,
    dueTimeZone: null,
    dueAt: null,
    recurrence: null,
  })
})

test('Another due day moves only this occurrence, or all that follow on request', async () => {
  const task = await create(ada, { title: 'x', dueOn: monday, recurrence: weekly })
  const putOff = await update(task.id, { dueOn: '2027-01-06' })
  expect(putOff).toMatchObject({
    dueOn: '2027-01-06',
    recurrence: { rule: 'FREQ=WEEKLY;BYDAY=MO', occurrenceOn: monday, nextOn: nextMonday },
  })
  const moved = await update(task.id, { dueOn: '2027-01-07', occurrences: 'THIS_AND_FOLLOWING' })
  expect(moved).toMatchObject({
    dueOn: '2027-01-07',
    recurrence: {
      rule: 'FREQ=WEEKLY;BYDAY=TH',
      sentence: 'every Thursday',
      occurrenceOn: '2027-01-07',
      nextOn: '2027-01-14',
    },
  })
})

test('Another rule counts from its first day on or after the due day, which becomes the due day', async () => {
  const task = await create(ada, { title: 'x', dueOn: monday, recurrence: weekly })
  const changed = await update(task.id, { recurrence: { rule: 'FREQ=WEEKLY;BYDAY=SU;COUNT=2' } })
  expect(changed).toMatchObject({
    dueOn: '2027-01-10',
    recurrence: { startOn: '2027-01-10', occurrenceOn: '2027-01-10', nextOn: '2027-01-17' },
  })
})

test('The instant of a due time follows its day, its time and its zone', async () => {
  const task = await create(ada, {
    title: 'x',
    dueOn: '2027-03-27',
    dueTime: '09:00',
    dueTimeZone: 'Europe/Berlin',
  })
  expect(task.dueAt).toBe('2027-03-27T08:00:00.000Z')
  // Summer time begins on the 28th.
  expect((await update(task.id, { dueOn: '2027-03-28' })).dueAt).toBe('2027-03-28T07:00:00.000Z')
  expect((await update(task.id, { dueTime: '21:15' })).dueAt).toBe('2027-03-28T19:15:00.000Z')
  expect((await update(task.id, { dueTimeZone: 'Asia/Kolkata' })).dueAt).toBe(
    '2027-03-28T15:45:00.000Z',
  )
})
