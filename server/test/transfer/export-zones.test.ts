import ICAL from 'ical.js'
import { afterAll, expect, test } from 'vitest'
import { addDays } from '../../src/domain/dates/day.ts'
import { dueInstant } from '../../src/domain/dates/due-date.ts'
import { runMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'
import { exportFrom } from '../support/transfer.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

const zones = ['Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kolkata']

/** The calendar as ical.js understands it: its zones are only those that the calendar brings. */
function parse(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  ICAL.TimezoneService.reset()
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  return calendar
}

test('a calendar file brings the zones of its times, each once, and others read the same instants', async () => {
  const ada = await app.createPerson('ada')
  const tasks = zones.flatMap((dueTimeZone) =>
    Array.from({ length: 26 }, (_, nth) => {
      const dueOn = addDays('2026-11-30', nth * 15)
      return { title: `${dueTimeZone} ${dueOn}`, dueOn, dueTime: '02:30', dueTimeZone }
    }),
  )
  await runMutation(ada, 'createTasks', { tasks }, 'mutationId')
  const calendar = parse((await exportFrom(app.url, ada, 'ics')).text)
  const brought = calendar
    .getAllSubcomponents('vtimezone')
    .map((zone) => zone.getFirstPropertyValue('tzid'))
  expect(brought.toSorted()).toEqual(zones.toSorted())
  const todos = calendar.getAllSubcomponents('vtodo')
  const seen = new Map(
    todos.map((todo) => [
      todo.getFirstPropertyValue('summary'),
      (todo.getFirstPropertyValue('due') as ICAL.Time).toJSDate().toISOString(),
    ]),
  )
  const meant = tasks.map(({ title, dueOn, dueTime, dueTimeZone }) => [
    title,
    dueInstant(dueOn, dueTime, dueTimeZone).toString({ smallestUnit: 'millisecond' }),
  ])
  expect([...seen].toSorted()).toEqual(meant.toSorted())
})

test('the zone of a repeat is known for the years ahead, that of a start for its own, and of nothing deleted', async () => {
  const bob = await app.createPerson('bob')
  const create = (input: object) => runMutation(bob, 'createTask', input, 'task { id }')
  const time = { dueTime: '09:00', dueTimeZone: 'Europe/Berlin' }
  await create({
    title: 'Stretch',
    dueOn: '2027-03-01',
    ...time,
    recurrence: { rule: 'FREQ=DAILY' },
  })
  await create({ title: 'Taxes', startOn: '2040-08-01', dueOn: '2042-08-01', ...time })
  const { task } = await create({ title: 'Gone', dueOn: '2050-08-01', ...time })
  await runMutation(bob, 'deleteTask', { id: task.id }, 'mutationId')
  const { text } = await exportFrom(app.url, bob, 'ics')
  const years = text.match(/(?<=BEGIN:DAYLIGHT\r\nDTSTART:)\d{4}/g)
  expect(years).toEqual(['2027', '2028', '2029', '2030', '2031', '2032', '2040', '2042'])
})
