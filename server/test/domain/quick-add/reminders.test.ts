import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseQuickAdd, type QuickAddContext } from '../../../src/domain/quick-add/quick-add.ts'

const context: QuickAddContext = {
  now: Temporal.Instant.from('2026-11-25T09:00:00Z'),
  timeZone: 'Europe/Berlin',
  weekStartsOn: 'MONDAY',
  dateStyle: 'AUTO',
  lists: [],
  tags: [],
}
const read = (line: string, more: Partial<QuickAddContext> = {}) =>
  parseQuickAdd(line, { ...context, ...more })
const before = (minutesBefore: number) => ({ minutesBefore, on: null, time: null, timeZone: null })
const at = (on: string, time: string, timeZone = 'Europe/Berlin') => ({
  ...{ minutesBefore: null, on, time, timeZone },
})

test.each([
  [
    'Dentist 2pm remind me 30 minutes before',
    ['remind me 30 minutes before: remind 30 minutes before'],
  ],
  [
    'Dentist 2pm, remind me 1 day before and 1h before',
    ['remind me 1 day before and 1h before: remind 1 day before and 1 hour before'],
  ],
  [
    'Gift remind me 2 days before',
    ['remind me 2 days before: remind 2 days before, once it has a day'],
  ],
  ['Gift remind me tomorrow 8am', ['remind me tomorrow 8am: remind Thu 26 Nov 2026 08:00']],
  [
    'Gift !! tomorrow 8am PT',
    ['!! tomorrow 8am PT: remind Thu 26 Nov 2026 08:00 America/Los_Angeles'],
  ],
])('The parts of “%s” that say when it rings say what they mean', (line, meanings) => {
  const spans = read(line).spans.filter(({ kind }) => kind === 'REMINDER')
  expect(spans.map(({ text, meaning }) => `${text}: ${meaning}`)).toEqual(meanings)
})

describe('A time without a day', () => {
  test.each([
    ['is on the due day', 'Report friday remind me at 9am', at('2026-11-27', '09:00')],
    ['is on the due day that a place gives', 'Report remind me at 9am', at('2026-11-28', '09:00')],
    [
      'is on the day before where it would come too late',
      'Run friday 6am remind me at 9pm',
      at('2026-11-26', '21:00'),
    ],
    [
      'is in its zone',
      'Report friday remind me at 9am PT',
      at('2026-11-27', '09:00', 'America/Los_Angeles'),
    ],
  ])('%s: “%s”', (_what, line, reminder) => {
    expect(read(line, { defaultDay: '2026-11-28' })).toMatchObject({ reminders: [reminder] })
  })

  test('is the next such time where there is no due day', () => {
    expect(read('Report remind me at 9am').reminders).toEqual([at('2026-11-26', '09:00')])
    expect(read('Report remind me at 11am').reminders).toEqual([at('2026-11-25', '11:00')])
  })
})

describe('What can’t ring stays text, and sets nothing else', () => {
  test.each([
    ['a time that is past by then', 'Pay today 5pm remind me at 9am'],
    ['one of two times that is past', 'Pay today 5pm remind me at 9am and at 4pm'],
    ['the day before today', 'Pay today 5pm remind me the day before at 9am'],
    ['a length without a fixed number of minutes', 'Pay today 5pm remind me 1 month before'],
    ['a length over a year', 'Pay today 5pm remind me 60 weeks before'],
  ])('%s: “%s”', (_what, line) => {
    const { title, reminders, dueOn, dueTime } = read(line)
    expect({ title, reminders, dueOn, dueTime }).toEqual({
      ...{ title: line.replace(' today 5pm', ''), reminders: [] },
      ...{ dueOn: '2026-11-25', dueTime: '17:00' },
    })
  })

  test('the day before without a due day', () => {
    const line = 'Pay remind me the day before at 9am'
    expect(read(line)).toMatchObject({ title: line, reminders: [] })
  })
})

describe('Text that somebody wants as text', () => {
  test.each([
    'Say "remind me 30 minutes before" tomorrow',
    'Say “remind me at 9” tomorrow',
    'Say `!! 30 min before` tomorrow',
  ])('stays it in quotation marks: %s', (line) => {
    const title = line.replace(' tomorrow', '')
    expect(read(line)).toMatchObject({ title, reminders: [], dueOn: '2026-11-26' })
  })

  test('stays it where its range or its kind is ignored', () => {
    const line = 'Dentist friday 2pm remind me 1 day before'
    const found = { title: 'Dentist remind me 1 day before', reminders: [], dueOn: '2026-11-27' }
    expect(parseQuickAdd(line, context, { ranges: [{ start: 19, end: 41 }] })).toMatchObject(found)
    expect(parseQuickAdd(line, context, { kinds: ['REMINDER'] })).toMatchObject(found)
  })
})

test('A date that a reminder follows is read, however the reminder begins', () => {
  const dates = [
    'at 7',
    'on the 1st',
    'on the 5th',
    'friday',
    'friday 2pm',
    'tomorrow at 6',
    '12 mar',
    'every 1st',
    'in 3 days',
  ]
  const introductions = [
    ...['remind me', 'please remind me', 'but remind me', 'also remind me', 'and also remind me'],
    ...[
      'reminder',
      'reminders',
      'reminder:',
      'with a reminder',
      'and a reminder',
      'plus a reminder',
    ],
  ]
  const lengths = [
    '1h before',
    '2 days before',
    'two days before',
    'an hour before',
    'half an hour before',
  ]
  const odd = dates.flatMap((date) =>
    introductions.flatMap((introduction) =>
      lengths
        .map((length) => `Dentist ${date} ${introduction} ${length}`)
        .filter((line) => {
          const { title, dueOn, reminders } = read(line)
          return (
            title !== 'Dentist' || dueOn !== read(`Dentist ${date}`).dueOn || reminders.length !== 1
          )
        }),
    ),
  )
  expect(odd).toEqual([])
})

test.each([
  ['Pay on the 5th reminder tomorrow 9am', '2026-12-05', at('2026-11-26', '09:00')],
  ['Pay on the 5th with a reminder friday 9am', '2026-12-05', at('2026-11-27', '09:00')],
  ['Pay on the 5th reminder: friday at 9', '2026-12-05', at('2026-11-27', '09:00')],
  ['Pay at 7 reminder at 5', '2026-11-25', at('2026-11-25', '17:00')],
])(
  'A date that a reminder with a time of its own follows is read: “%s”',
  (line, dueOn, reminder) => {
    expect(read(line)).toMatchObject({ title: 'Pay', dueOn, reminders: [reminder] })
  },
)

test.each([
  'Send on the 1st reminder letter',
  'Mail the 2nd reminder 5 times',
  'Read chapter 7 reminder to self',
])('A reminder that is a thing stays one: “%s”', (line) => {
  expect(read(line)).toMatchObject({ title: line, dueOn: null, reminders: [] })
})

test.each([
  ['Dentist friday reminder 1h before reminder 1 day before', 2],
  ['Dentist friday remind me 1h before reminder: 1 day before', 2],
  ['Dentist friday reminder 1h before remind me 1 day before', 2],
  ['Dentist friday reminder 1h before with a reminder 1 day before', 2],
])('Reminders one behind the other are all read: “%s”', (line, count) => {
  const { title, reminders } = read(line)
  expect({ title, count: reminders.length }).toEqual({ title: 'Dentist', count })
})

test('A time that is said twice rings once', () => {
  const line = 'Dentist friday 2pm remind me 60 minutes before, !! 1h before'
  expect(read(line)).toMatchObject({ title: 'Dentist', reminders: [before(60)] })
})

test('More reminders than a task can have are an issue', () => {
  const times = Array.from({ length: 11 }, (_, nth) => `${nth + 1} days`)
  const line = `Renew passport 12 mar remind me ${times.join(', ')} before`
  const { reminders, issues } = read(line)
  expect(reminders).toHaveLength(11)
  expect(issues).toEqual(['A task can have 10 reminders, and this line has 11. Leave some out.'])
})

test('Every example of the document is read whole behind a task that is due', () => {
  const page = readFileSync(new URL('../../../../docs/quick-add.md', import.meta.url), 'utf8')
  const table = /## Reminders\n(.*?)\n\*\*Decided/s.exec(page)?.[1] ?? ''
  const cells = [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, example = '']) => example),
  )
  expect(cells.length).toBeGreaterThan(15)
  const odd = cells.filter((example) => {
    const { title, dueOn, reminders } = read(`Dentist 15 dec 2pm ${example}`)
    return title !== 'Dentist' || dueOn !== '2026-12-15' || reminders.length === 0
  })
  expect(odd).toEqual([])
})
