import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { claimDeliveries, settleDeliveries } from '../../src/deliveries/delivery.queries.ts'
import { codesOf, type Json } from '../support/ask.ts'
import { refusal, runMutation, tryMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'
import { testServerUrl } from '../support/test-database.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')

const reminderFields =
  'id minutesBefore on time timeZone sentence ringsAt nextAt snoozedUntil dismissedAt'
const taskFields = `id title dueOn updatedAt reminders { ${reminderFields} }`
const due = { dueOn: '2037-06-30', dueTime: '14:30', dueTimeZone: 'Europe/Berlin' }

async function create(input: object): Promise<Json> {
  const given = { title: 'Call', ...due, ...input }
  return (await runMutation(ada, 'createTask', given, `mutationId task { ${taskFields} }`)).task
}

async function update(id: string, changes: object): Promise<Json> {
  const input = { id, ...changes }
  return (await runMutation(ada, 'updateTask', input, `mutationId task { ${taskFields} }`)).task
}

async function read(id: string): Promise<Json> {
  const query = `query($id: ID!) { task(id: $id) { ${taskFields} } }`
  return (await ada.data(query, { id })).task
}

function minutesOf({ reminders }: Json): number[] {
  return reminders.map((one: Json) => one.minutesBefore)
}

test('A task is created with reminders, before it is due and at times of their own', async () => {
  const own = { on: '2037-06-29', time: '18:00', timeZone: 'Asia/Tokyo' }
  const task = await create({ reminders: [{ minutesBefore: 30 }, own] })
  expect(task.reminders).toEqual([
    {
      ...{ id: expect.any(String), minutesBefore: 30, on: null, time: null, timeZone: null },
      ...{ sentence: '30 minutes before', ringsAt: '2037-06-30T12:00:00.000Z' },
      ...{ nextAt: '2037-06-30T12:00:00.000Z', snoozedUntil: null, dismissedAt: null },
    },
    {
      ...{ id: expect.any(String), minutesBefore: null, ...own, sentence: null },
      ...{ ringsAt: '2037-06-29T09:00:00.000Z', nextAt: '2037-06-29T09:00:00.000Z' },
      ...{ snoozedUntil: null, dismissedAt: null },
    },
  ])
  expect(await read(task.id)).toEqual(task)
})

test('Reminders are replaced, added and removed, and one that stays is the same', async () => {
  const { id, reminders } = await create({
    reminders: [{ minutesBefore: 0 }, { minutesBefore: 60 }],
  })
  const replaced = await update(id, { reminders: [{ minutesBefore: 60 }, { minutesBefore: 5 }] })
  expect(minutesOf(replaced)).toEqual([60, 5])
  expect(replaced.reminders[0]).toEqual(reminders[1])
  const added = await update(id, { addReminders: [{ minutesBefore: 5 }, { minutesBefore: 1 }] })
  expect(minutesOf(added)).toEqual([60, 5, 1])
  const removed = await update(id, { removeReminderIds: [reminders[1].id, randomUUID()] })
  expect(minutesOf(removed)).toEqual([5, 1])
  expect(await update(id, { reminders: null })).toMatchObject({ reminders: [] })
})

test('A reminder is moved to another time by its id, and starts afresh', async () => {
  const { id, reminders } = await create({
    reminders: [{ minutesBefore: 0 }, { minutesBefore: 9 }],
  })
  const [one] = reminders
  const dismissed = await runMutation(
    ...([ada, 'dismissReminder', { taskId: id, reminderId: one.id }] as const),
    `reminder { ${reminderFields} }`,
  )
  expect(dismissed.reminder.dismissedAt).not.toBeNull()
  const moved = await update(id, {
    addReminders: [{ id: one.id.toUpperCase(), minutesBefore: 30 }],
  })
  expect(moved.reminders[0]).toMatchObject({ id: one.id, minutesBefore: 30, dismissedAt: null })
  expect(minutesOf(moved)).toEqual([30, 9])
})

test('What can’t be is refused, each at its field', async () => {
  const { id } = await create({})
  const refused = async (reminder: object) =>
    (await refusal(ada, 'updateTask', { id, addReminders: [reminder] })).paths
  const at = (...path: string[]) => [['input.addReminders.0', ...path].join('.')]
  expect(await refused({})).toEqual(at())
  expect(await refused({ minutesBefore: 5, on: '2037-01-01', time: '09:00' })).toEqual(at())
  expect(await refused({ minutesBefore: -1 })).toEqual(at('minutesBefore'))
  expect(await refused({ minutesBefore: 366 * 1_440 + 1 })).toEqual(at('minutesBefore'))
  expect(await refused({ minutesBefore: 5, timeZone: 'UTC' })).toEqual(at('timeZone'))
  expect(await refused({ on: '2037-01-01' })).toEqual(at('time'))
  expect(await refused({ time: '09:00' })).toEqual(at('on'))
  expect(await refused({ on: '2037-01-01', time: '9:00' })).toEqual(at('time'))
  expect(await refused({ on: '2037-01-01', time: '09:00', timeZone: 'Moon' })).toEqual(
    at('timeZone'),
  )
  expect(await refused({ id: 'none', minutesBefore: 1 })).toEqual(at('id'))
  const both = { id, reminders: [], addReminders: [{ minutesBefore: 1 }] }
  expect((await refusal(ada, 'updateTask', both)).code).toBe('BAD_USER_INPUT')
  const many = Array.from({ length: 11 }, (_, minutesBefore) => ({ minutesBefore }))
  const tooMany = await refusal(ada, 'updateTask', { id, reminders: many })
  expect(tooMany).toEqual({ code: 'BAD_USER_INPUT', paths: ['input.reminders'] })
  expect((await read(id)).reminders).toEqual([])
})

test('Several tasks get a reminder at once, and a filter finds those that have one', async () => {
  const tasks = [await create({ title: 'Several' }), await create({ title: 'Several' })]
  const ids = tasks.map(({ id }) => id)
  const without = await create({ title: 'Several' })
  const changes = { reminders: [{ minutesBefore: 15 }] }
  await runMutation(ada, 'updateTasks', { ids, changes }, 'changedCount')
  const find = async (hasReminder: boolean) => {
    const filter = { title: { eq: 'Several' }, hasReminder: { eq: hasReminder } }
    const query = 'query($filter: TaskFilter) { tasks(filter: $filter) { nodes { id } } }'
    return (await ada.data(query, { filter })).tasks.nodes.map(({ id }: Json) => id).sort()
  }
  expect(await find(true)).toEqual(ids.toSorted())
  expect(await find(false)).toEqual([without.id])
})

test('Creating again with the same id and reminders gives the stored task, with others CONFLICT', async () => {
  const input = { id: randomUUID(), reminders: [{ minutesBefore: 5 }] }
  const task = await create(input)
  expect(await create(input)).toEqual(task)
  const other = { title: 'Call', ...due, ...input, reminders: [{ minutesBefore: 6 }] }
  expect(await refusal(ada, 'createTask', other)).toMatchObject({ code: 'CONFLICT' })
})

test('Snoozing and dismissing change the task, are in its history, and can be undone', async () => {
  const { id, reminders, updatedAt } = await create({ reminders: [{ minutesBefore: 30 }] })
  const name = { taskId: id, reminderId: reminders[0].id }
  const until = '2037-06-30T13:00:00.000Z'
  const selection = `mutationId reminder { ${reminderFields} } task { updatedAt }`
  const snoozed = await runMutation(ada, 'snoozeReminder', { ...name, until }, selection)
  expect(snoozed.reminder).toMatchObject({ snoozedUntil: until, dismissedAt: expect.any(String) })
  expect(snoozed.task.updatedAt > updatedAt).toBe(true)
  const dismissed = await runMutation(ada, 'dismissReminder', name, selection)
  expect(dismissed.reminder).toMatchObject({ snoozedUntil: null, ringsAt: reminders[0].ringsAt })
  const history = `query($id: ID!) { task(id: $id) { history { nodes { changes { field } } } } }`
  const { nodes } = (await ada.data(history, { id })).task.history
  expect(nodes.slice(0, 2)).toEqual(Array(2).fill({ changes: [{ field: 'reminders' }] }))
  await runMutation(ada, 'undo', { mutationId: dismissed.mutationId }, 'mutationId')
  expect((await read(id)).reminders[0]).toMatchObject({ snoozedUntil: until })
  await runMutation(ada, 'undo', { mutationId: snoozed.mutationId }, 'mutationId')
  expect((await read(id)).reminders).toEqual(reminders)
})

test('A reminder that isn’t there, or another person’s, is NOT_FOUND', async () => {
  const { id, reminders } = await create({ reminders: [{ minutesBefore: 30 }] })
  const name = { taskId: id, reminderId: reminders[0].id }
  for (const [person, input, path] of [
    [ada, { ...name, reminderId: randomUUID() }, 'reminderId'],
    [ada, { ...name, taskId: randomUUID() }, 'taskId'],
    [bob, name, 'taskId'],
  ] as const) {
    const refused = await refusal(person, 'dismissReminder', input)
    expect(refused).toEqual({ code: 'NOT_FOUND', paths: [`input.${path}`] })
  }
  await runMutation(ada, 'deleteTask', { id }, 'mutationId')
  const answer = await tryMutation(ada, 'dismissReminder', name, 'mutationId')
  expect(codesOf(answer)).toEqual(['CONFLICT'])
})

test('Another due time makes reminders ring anew, and forgets that they were snoozed', async () => {
  const { id, reminders } = await create({ reminders: [{ minutesBefore: 30 }] })
  const name = { taskId: id, reminderId: reminders[0].id }
  const until = '2037-06-30T13:00:00.000Z'
  await runMutation(ada, 'snoozeReminder', { ...name, until }, 'mutationId')
  const retitled = await update(id, { title: 'Call again' })
  expect(retitled.reminders[0].snoozedUntil).toBe(until)
  const moved = await update(id, { dueTime: '16:00' })
  expect(moved.reminders).toEqual([
    {
      ...{ ...reminders[0], ringsAt: '2037-06-30T13:30:00.000Z' },
      nextAt: '2037-06-30T13:30:00.000Z',
    },
  ])
  const cleared = await update(id, { dueOn: null })
  expect(cleared.reminders[0]).toMatchObject({ id: reminders[0].id, ringsAt: null, nextAt: null })
})

test('The next occurrence takes the reminders along, those with a day of their own by as many days', async () => {
  const task = await create({
    recurrence: { rule: 'FREQ=WEEKLY' },
    reminders: [{ minutesBefore: 30 }, { on: '2037-06-29', time: '18:00', timeZone: 'UTC' }],
  })
  const name = { taskId: task.id, reminderId: task.reminders[0].id }
  await runMutation(ada, 'dismissReminder', name, 'mutationId')
  const expected = [
    expect.objectContaining({ minutesBefore: 30, dismissedAt: null }),
    expect.objectContaining({ on: '2037-07-06', time: '18:00', timeZone: 'UTC' }),
  ]
  const selection = `nextTask { ${taskFields} }`
  const { nextTask } = await runMutation(ada, 'completeTask', { id: task.id }, selection)
  expect(nextTask).toMatchObject({ dueOn: '2037-07-07', reminders: expected })
  const skip = { id: nextTask.id }
  const skipped = await runMutation(ada, 'skipOccurrence', skip, `task { ${taskFields} }`)
  expect(skipped.task.reminders[1]).toMatchObject({ on: '2037-07-13' })
})

test('Nothing rings of a completed task, nor of one in the trash', async () => {
  const { id } = await create({ reminders: [{ minutesBefore: 0 }] })
  await runMutation(ada, 'completeTask', { id }, 'mutationId')
  expect((await read(id)).reminders[0].nextAt).toBeNull()
  await runMutation(ada, 'reopenTask', { id }, 'mutationId')
  expect((await read(id)).reminders[0].nextAt).not.toBeNull()
  await runMutation(ada, 'deleteTask', { id }, 'mutationId')
  expect((await read(id)).reminders[0].nextAt).toBeNull()
})

const settingFields =
  'minutesBefore dayTime channels quietHours { from until } hidesTitles summaryTime'

test('Settings have defaults, are changed one by one, and decide when reminders ring', async () => {
  const query = `{ me { reminderSettings { ${settingFields} } } }`
  expect((await ada.data(query)).me.reminderSettings).toEqual({
    ...{ minutesBefore: 0, dayTime: '09:00', channels: ['MAIL', 'PUSH'] },
    ...{ quietHours: null, hidesTitles: false, summaryTime: null },
  })
  const changes = {
    ...{ minutesBefore: 10, dayTime: '08:15', channels: ['PUSH', 'PUSH'], summaryTime: '06:30' },
    ...{ quietHours: { from: '22:00', until: '07:00' }, hidesTitles: true },
  }
  const selection = `user { reminderSettings { ${settingFields} } }`
  const { user } = await runMutation(ada, 'updateReminderSettings', changes, selection)
  expect(user.reminderSettings).toEqual({ ...changes, channels: ['PUSH'] })
  await runMutation(ada, 'updateMe', { timeZone: 'America/New_York' }, 'mutationId')
  const whole = { dueTime: null, dueTimeZone: null, reminders: [{ minutesBefore: 1_440 }] }
  expect((await create(whole)).reminders[0].ringsAt).toBe('2037-06-29T12:15:00.000Z')
  const early = { dueTime: '09:00', dueTimeZone: 'UTC', reminders: [{ minutesBefore: 120 }] }
  expect((await create(early)).reminders[0].ringsAt).toBe('2037-06-30T09:00:00.000Z')
  const cleared = { quietHours: null, summaryTime: null, channels: [] }
  const after = await runMutation(ada, 'updateReminderSettings', cleared, selection)
  expect(after.user.reminderSettings).toMatchObject(cleared)
})

test('Settings that can’t be are refused together', async () => {
  const wrong = {
    ...{ minutesBefore: -1, dayTime: '24:00', quietHours: { from: '07:00', until: '07:00' } },
    ...{ channels: null, summaryTime: 'soon' },
  }
  const { code, paths } = await refusal(bob, 'updateReminderSettings', wrong)
  expect(code).toBe('BAD_USER_INPUT')
  expect(paths.toSorted()).toEqual(
    Object.keys(wrong)
      .map((name) => `input.${name}`)
      .toSorted(),
  )
})

test('A task that changes while a process looks at it doesn’t ring for its former state', async () => {
  const { id } = await create({ reminders: [{ minutesBefore: 0 }] })
  const claim = async () => {
    const claimed = await claimDeliveries(app.owner, 'reminder', { leaseSeconds: 60, most: 1_000 })
    return claimed.find(({ subjectId }) => subjectId === id)
  }
  const former = await claim()
  if (!former) throw new Error('A new task with a reminder was expected to be looked at.')
  await update(id, { dueOn: '2037-07-01' })
  const settle = (claimed: typeof former) =>
    settleDeliveries(app.owner, [{ claimed, outcome: { kind: 'done' } }], { waits: true })
  expect(await settle(former)).toEqual([false])
  const present = await claim()
  expect(present && (await settle(present))).toEqual([true])
})

test.skipIf(!testServerUrl)(
  'Whoever changes a task for long lets the reminders of others be settled (on the embedded database nobody waits: it has one session)',
  async () => {
    const held = await create({ reminders: [{ minutesBefore: 0 }] })
    const other = await create({ reminders: [{ minutesBefore: 0 }] })
    const claimed = await claimDeliveries(app.owner, 'reminder', { leaseSeconds: 60, most: 1_000 })
    const settlements = [held, other].map(({ id }) => ({
      claimed: claimed.find(({ subjectId }) => subjectId === id) as (typeof claimed)[number],
      outcome: { kind: 'done' } as const,
    }))
    const released = Promise.withResolvers<void>()
    const locked = Promise.withResolvers<void>()
    const changing = app.owner.transaction().execute(async (transaction) => {
      await sql`select from delivery where subject_id = ${held.id} for update`.execute(transaction)
      locked.resolve()
      await released.promise
    })
    await locked.promise
    expect(await settleDeliveries(app.owner, settlements, { waits: false })).toEqual([false, true])
    released.resolve()
    await changing
    expect(await settleDeliveries(app.owner, settlements, { waits: true })).toEqual([true, true])
  },
)

test('Whoever asks when the next one rings is told to ask again while a change isn’t looked at yet', async () => {
  const carl = await app.createPerson('carl')
  const next = async () => (await carl.data('{ nextReminderAt }')).nextReminderAt
  expect(await next()).toBeNull()
  const input = { title: 'Call', ...due, reminders: [{ minutesBefore: 0 }] }
  await runMutation(carl, 'createTask', input, 'mutationId')
  // Nothing looks at reminders here.
  expect(Date.parse(await next())).toBeLessThanOrEqual(Date.now())
})
