import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { afterAll, expect, test } from 'vitest'
import { addDays } from '../../src/domain/dates/day.ts'
import { dueInstant } from '../../src/domain/dates/due-date.ts'
import type { Json } from '../support/ask.ts'
import { createFeed, readFeed } from '../support/feed.ts'
import type { Person } from '../support/person.ts'
import { runMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'

// Two parsers that are not ours read a calendar as apps would.

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

const zones = [
  ...['Europe/London', 'Europe/Berlin', 'Europe/Dublin', 'America/New_York', 'America/St_Johns'],
  ...[
    'America/Santiago',
    'Australia/Lord_Howe',
    'Asia/Tokyo',
    'Asia/Kathmandu',
    'Africa/Casablanca',
  ],
]

async function createTasks(person: Person, inputs: readonly Json[]): Promise<string[]> {
  const ids: string[] = []
  for (const input of inputs)
    ids.push((await runMutation(person, 'createTask', input, 'task { id }')).task.id)
  return ids
}

/** The calendar as ical.js understands it: its zones are only those that the calendar brings. */
function parse(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  ICAL.TimezoneService.reset()
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  return calendar
}

function parseEvents(text: string) {
  const calendar = parse(text)
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
}

/** The events as node-ical understands them, by their titles. */
function parseByNodeIcal(text: string): Map<string, Json> {
  const parts: Json[] = Object.values(nodeIcal.sync.parseICS(text))
  return new Map(
    parts.filter(({ type }) => type === 'VEVENT').map((event) => [event.summary, event]),
  )
}

test.each(zones)(
  'others see what is due in %s at its instants, over both changes of the clocks',
  async (zone) => {
    const ada = await app.createPerson('ada')
    const days = Array.from({ length: 26 }, (_, nth) => addDays('2026-11-30', nth * 15))
    await createTasks(
      ada,
      days.map((day) => ({ title: day, dueOn: day, dueTime: '09:30', dueTimeZone: zone })),
    )
    const rule = 'FREQ=WEEKLY'
    await createTasks(
      ada,
      [
        ...[{ title: 'Weekly', dueOn: '2027-01-04', dueTime: '08:15', dueTimeZone: zone }],
        ...[{ title: 'Whole days', dueOn: '2027-01-04' }],
      ].map((input) => ({ ...input, recurrence: { rule, basis: 'SCHEDULE' } })),
    )
    const text = await readFeed((await createFeed(ada)).address)
    const instantOf = (day: string, time: string) => dueInstant(day, time, zone).epochMilliseconds
    const events = parseEvents(text)
    const found = new Map(events.map((event) => [event.summary, event]))
    const others = parseByNodeIcal(text)
    expect([found.size, others.size]).toEqual([days.length + 2, days.length + 2])
    for (const day of days) {
      expect(found.get(day)?.startDate.toUnixTime()).toBe(instantOf(day, '09:30') / 1000)
      expect(others.get(day)?.start.getTime()).toBe(instantOf(day, '09:30'))
    }
    const weeks = Array.from({ length: 52 }, (_, nth) => addDays('2027-01-04', nth * 7))
    const weekly = found.get('Weekly')?.iterator()
    for (const day of weeks)
      expect(weekly?.next().toUnixTime()).toBe(instantOf(day, '08:15') / 1000)
    const whole = found.get('Whole days')
    expect([whole?.startDate.isDate, whole?.duration.toString()]).toEqual([true, 'P1D'])
    expect(others.get('Whole days')?.datetype).toBe('date')
    const iterator = whole?.iterator()
    for (const day of weeks) expect(iterator?.next().toString()).toBe(day)
  },
)

test('texts come through: signs of the format, breaks, long ones and other scripts', async () => {
  const ada = await app.createPerson('ada')
  const title = `a, b; c\\d: "e" ${'🌿 日本 '.repeat(20)}`.trim()
  const description = `First\nSecond; third, ${'x'.repeat(2_000)}`
  const { tag } = await runMutation(ada, 'createTag', { name: 'a, "b"' }, 'tag { id }')
  const [id = ''] = await createTasks(ada, [
    { title, description, dueOn: '2027-01-05', priority: 'URGENT', tagIds: [tag.id] },
  ])
  const text = await readFeed((await createFeed(ada, { name: 'Mine; all, of it' })).address)
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  const [event] = parseEvents(text)
  const notes = `${description.slice(0, 1_000)}…`
  expect([event?.uid, event?.summary, event?.description]).toEqual([id, title, notes])
  const { component } = event ?? {}
  expect(component?.getFirstProperty('categories')?.getValues()).toEqual(['Inbox', 'a, "b"'])
  expect(component?.getFirstPropertyValue('url')).toBe(`${app.config.webUrl}/task/${id}`)
  expect(component?.getFirstPropertyValue('priority')).toBe(1)
  expect(component?.getFirstPropertyValue('transp')).toBe('TRANSPARENT')
  // Neither parser knows what these are.
  for (const name of ['NAME', 'X-WR-CALNAME'])
    expect(text).toContain(`\r\n${name}:Mine\\; all\\, of it\r\n`)
  const other = parseByNodeIcal(text).get(title)
  expect([other?.uid, other?.description]).toEqual([id, notes])
})

test('an occurrence on another day is an exception of its repeat', async () => {
  const ada = await app.createPerson('ada')
  const [id = ''] = await createTasks(ada, [
    {
      ...{ title: 'Report', dueOn: '2027-01-04', dueTime: '08:00', dueTimeZone: 'Europe/Berlin' },
      recurrence: { rule: 'FREQ=WEEKLY', basis: 'SCHEDULE' },
    },
  ])
  await runMutation(ada, 'updateTask', { id, dueOn: '2027-01-06' }, 'mutationId')
  const text = await readFeed((await createFeed(ada)).address)
  const events = parseEvents(text)
  const main = events.find((event) => !event.isRecurrenceException())
  for (const event of events) if (event.isRecurrenceException()) main?.relateException(event)
  expect(events.map(({ uid }) => uid)).toEqual([id, id])
  const iterator = main?.iterator()
  const starts = Array.from({ length: 3 }, () => {
    const details = main?.getOccurrenceDetails(iterator?.next() as ICAL.Time)
    return details?.startDate.toJSDate().toISOString()
  })
  expect(starts).toEqual([
    '2027-01-06T07:00:00.000Z',
    '2027-01-11T07:00:00.000Z',
    '2027-01-18T07:00:00.000Z',
  ])
})

test('what no rule can say is there once, and month ends come each month', async () => {
  const ada = await app.createPerson('ada')
  await createTasks(ada, [
    {
      ...{ title: 'After', dueOn: '2027-01-04' },
      recurrence: { rule: 'FREQ=DAILY;INTERVAL=3', basis: 'COMPLETION' },
    },
    { title: 'Rent', dueOn: '2027-01-31', recurrence: { rule: 'FREQ=MONTHLY', basis: 'SCHEDULE' } },
  ])
  const text = await readFeed((await createFeed(ada)).address)
  const found = new Map(parseEvents(text).map((event) => [event.summary, event]))
  expect(found.get('After')?.isRecurring()).toBe(false)
  expect(text).toContain('X-TEND-REPEATS-AFTER-COMPLETION:FREQ=DAILY\\;INTERVAL=3\r\n')
  const iterator = found.get('Rent')?.iterator()
  const days = Array.from({ length: 4 }, () => iterator?.next().toString())
  expect(days).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30'])
})

test('as to-dos, tasks have their state, start and subtasks', async () => {
  const ada = await app.createPerson('ada')
  const [id = ''] = await createTasks(ada, [
    { title: 'Trip', startOn: '2027-01-01', dueOn: '2027-01-05' },
  ])
  const [child = ''] = await createTasks(ada, [{ title: 'Pack', parentId: id }])
  await runMutation(ada, 'completeTask', { id: child }, 'mutationId')
  const filter = {}
  const { savedView } = await runMutation(
    ada,
    'createSavedView',
    { name: 'All', filter },
    'savedView { id }',
  )
  const { address } = await createFeed(ada, { viewId: savedView.id })
  const todos = new Map(
    parse(await readFeed(`${address}?as=todos`))
      .getAllSubcomponents('vtodo')
      .map((todo) => [todo.getFirstPropertyValue('summary'), todo]),
  )
  const read = (title: string, name: string) =>
    todos.get(title)?.getFirstPropertyValue(name)?.toString()
  expect([read('Trip', 'dtstart'), read('Trip', 'due')]).toEqual(['2027-01-01', '2027-01-05'])
  expect([read('Trip', 'status'), read('Pack', 'status')]).toEqual(['NEEDS-ACTION', 'COMPLETED'])
  expect(read('Pack', 'related-to')).toBe(id)
})
