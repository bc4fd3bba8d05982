import { expect, test } from 'vitest'
import type { Line } from './line.ts'
import { makeNewTask } from './new-task.ts'
import { type LineContext, readLine } from './read-line.ts'

// Wednesday, 25 November 2026, ten in the morning.
const context: LineContext = {
  clock: {
    now: Date.parse('2026-11-25T10:00:00Z'),
    timeZone: 'UTC',
    formats: { weekStartsOn: 'MONDAY', dateStyle: 'DAY_FIRST', timeStyle: 'HOURS_24' },
  },
  defaults: {},
  lists: [{ id: 'list-home', name: 'Home' }],
  tags: [{ id: 'tag-admin', name: 'Admin' }],
}
const typed = (text: string): Line => ({ text, plain: [] })
const say = (text: string, more: Partial<LineContext> = {}) =>
  readLine(typed(text), { ...context, ...more })

test.each<readonly [string, readonly string[]]>([
  ['call mum tomorrow evening', ['Tomorrow 19:00']],
  ['6pm call mum on friday', ['Fri 18:00']],
  [
    'Pay rent every 1st 9am #home !high @admin',
    [...['Tue 09:00', 'on the 1st of every month', 'High', '#Home', '@Admin']],
  ],
  [
    'water plants every other Monday until june',
    ['every other Monday until 31 May 2027, first Mon'],
  ],
  ['ring @nobody', ['@nobody (new)']],
  ['conference from monday to friday', ['from Mon to 4 Dec']],
  ['read it starting monday', ['from Mon']],
  ['stand-up every day starting monday', ['every day, first Mon']],
  ['standup 9am Europe/Berlin tomorrow', ['Tomorrow 08:00 (09:00 Europe/Berlin)']],
  ['dentist friday 2pm remind me 30 minutes before', ['Fri 14:00', 'Remind 30 minutes before']],
  [
    'dentist friday 2pm, remind me 1 day before and at 9am !! 1h before',
    ['Fri 14:00', 'Remind 1 day before and Fri 09:00', 'Remind 1 hour before'],
  ],
  ['call mum remind me tomorrow 8am', ['Remind Tomorrow 08:00']],
  ['call mum !! 9am Europe/Berlin tomorrow', ['Remind Tomorrow 08:00 (09:00 Europe/Berlin)']],
  ['buy a gift remind me 1 day before', ['Remind 1 day before, once it has a day']],
  // False alarms.
  ...['remind me to call mum', 'Great!! 30 min before'].map((text) => [text, []] as const),
  ...['May I ask', 'marching band', 'upgrade to version 3.11'].map((text) => [text, []] as const),
])('%j means %j', (text, expected) => {
  expect(say(text).meanings.map((meaning) => meaning.text)).toEqual(expected)
})

test('every mark belongs to a meaning, so that whatever is applied is shown', () => {
  for (const text of [
    'Pay rent every 1st 9am #home !high @admin @new',
    'stand-up every weekday at 9 from 1 dec until june',
    'this morning call mum',
    'from monday to friday 9am sail',
    'sail in 2 hours for 3 days every week 5 times',
    'sail friday 9am remind me 1h before, reminder 1 day before !!30m before',
  ]) {
    const { marks, meanings } = say(text)
    const shown = new Set(meanings.flatMap(({ ranges }) => ranges.map(({ start }) => start)))
    expect(
      [...shown].sort((a, b) => a - b),
      text,
    ).toEqual(marks.map(({ start }) => start))
    for (const meaning of meanings) expect(meaning.text, text).not.toBe('')
  }
})

test('a list that doesn’t exist is reported once its name is typed, an issue’s number never', () => {
  expect(say('Paint #garage now').unknownLists).toEqual(['garage'])
  expect(say('Paint #garage').unknownLists).toEqual([])
  expect(say('Fix #42 in #home now').unknownLists).toEqual([])
  const plain = { text: 'Paint #garage now', plain: [{ start: 6, end: 13 }] }
  expect(readLine(plain, context).unknownLists).toEqual([])
})

test('what a place adds is shown, unless the line says otherwise', () => {
  const defaults = { listId: 'list-home', tagIds: ['tag-admin'], dueOn: '2026-11-25' }
  expect(say('paint', { defaults }).given).toEqual(['Today', '#Home', '@Admin'])
  expect(say('paint tomorrow #home', { defaults }).given).toEqual(['@Admin'])
})

test('the task has what was shown, and the place’s own for the rest', () => {
  const defaults = { listId: 'list-work', tagIds: ['tag-work'], dueOn: '2026-11-25' }
  const text = 'Pay rent 9am !high @admin @bank'
  expect(makeNewTask(say(text, { defaults }), defaults)).toMatchObject({
    ok: true,
    value: {
      title: 'Pay rent',
      dueOn: '2026-11-26',
      dueTime: '09:00',
      dueTimeZone: 'UTC',
      priority: 'HIGH',
      listId: 'list-work',
      tagIds: ['tag-work', 'tag-admin'],
      tagNames: ['bank'],
    },
  })
})

test('the task rings when the line says, each time once', () => {
  const made = makeNewTask(
    say('Dentist friday 2pm remind me 1h before and at 9am !! 60m before'),
    {},
  )
  expect(made).toMatchObject({ value: { title: 'Dentist', dueOn: '2026-11-27' } })
  expect(made.ok && made.value.reminders).toEqual([
    { minutesBefore: 60 },
    { on: '2026-11-27', time: '09:00', timeZone: 'UTC' },
  ])
  const plain = makeNewTask(say('Dentist friday 2pm'), {})
  expect(plain.ok && 'reminders' in plain.value).toBe(false)
})

test('the list of the line goes before that of the place', () => {
  const defaults = { listId: 'list-work' }
  expect(makeNewTask(say('Pay #home', { defaults }), defaults)).toMatchObject({
    value: { title: 'Pay', listId: 'list-home' },
  })
})

test('what was turned back is text, and what could be read instead of it is read', () => {
  const line = { text: 'Read today tomorrow 9am', plain: [{ start: 11, end: 19 }] }
  const { read, meanings } = readLine(line, context)
  expect(read.title).toContain('tomorrow')
  expect(meanings.map((meaning) => meaning.text).join()).not.toContain('Tomorrow')
})

test('a line of which nothing is left for a title is refused in words', () => {
  expect(makeNewTask(say('tomorrow 9am'), {})).toMatchObject({
    ok: false,
    message: expect.stringContaining('no title is left'),
  })
})
