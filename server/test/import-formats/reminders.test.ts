import { expect, test } from 'vitest'
import { readSample, sayTasks } from './read-sample.ts'
import { writeTickTick } from './samples.ts'

const json = (value: unknown) => ({ name: 'a.json', bytes: JSON.stringify(value) })

/** A file of a calendar with a to-do that has these alarms. */
const calendar = (dates: string, ...alarms: string[]) => ({
  name: 'A.ics',
  bytes: [
    ...['BEGIN:VTODO', 'UID:1', 'SUMMARY:T', ...dates.split(' ').filter(Boolean)],
    ...alarms.flatMap((alarm) => ['BEGIN:VALARM', alarm, 'END:VALARM']),
    'END:VTODO',
  ].join('\r\n'),
})
const todoist = (reminders: object[], due: object | null = { date: '2026-12-01T09:00:00' }) =>
  json({
    items: [{ id: '1', project_id: '1', content: 'T', due }],
    reminders: reminders.map((reminder) => ({ item_id: '1', ...reminder })),
  })
const tickTick = (start: string, due: string, reminder: string, isWholeDay: boolean) => ({
  name: 'a.csv',
  bytes: writeTickTick([
    `"","A","T","TEXT","","","N","${start}","${due}","${reminder}","","0","0","","","0","Europe/Berlin","${isWholeDay}","false","","","list","1",""`,
  ]),
})
const vikunja = (task: object) =>
  json([
    { id: 1, title: 'P', tasks: [{ id: 1, title: 'T', done: false, repeat_after: 0, ...task }] },
  ])
const microsoft = (task: object) =>
  json({ value: [{ title: 'T', status: 'notStarted', importance: 'normal', ...task }] })

type File = Parameters<typeof readSample>[0]
const timed = 'DUE;TZID=Europe/Berlin:20261201T090000'
const [nine, midnight] = ['2026-12-01T08:00:00+0000', '2026-11-30T23:00:00+0000']

/** What a task says of its reminders: minutes before, or when in which zone; and its notes. */
function sayReminders(file: File): string {
  const [said = ''] = sayTasks(file)
  return said
    .split(' · ')
    .filter((part) => /^(?:rings|“)/.test(part))
    .join(' · ')
}

test.each<[app: string, what: string, file: File, rings: string]>([
  ['Todoist', 'before', todoist([{ type: 'relative', minute_offset: 30 }]), 'rings 30'],
  ['Todoist', 'as it was', todoist([{ type: 'relative', mm_offset: 0 }]), 'rings 0'],
  ['Todoist', 'without a date', todoist([{ minute_offset: 60 }], null), 'rings 60'],
  [
    ...(['Todoist', 'in a zone'] as const),
    todoist([{ type: 'absolute', due: { date: '2026-12-03T08:00:00', timezone: 'Asia/Tokyo' } }]),
    'rings 2026-12-03 08:00 Asia/Tokyo',
  ],
  [
    ...(['Todoist', 'on a day'] as const),
    todoist([{ type: 'absolute', due: { date: '2026-12-03' } }]),
    'rings 2026-12-03 09:00 Europe/Berlin',
  ],
  ['TickTick', 'at the time', tickTick(nine, nine, 'PT0S', false), 'rings 0'],
  ['TickTick', 'twice', tickTick(nine, nine, '-PT30M\n-P1D', false), 'rings 30 and 1440'],
  [
    ...(['TickTick', 'of a whole day'] as const),
    tickTick(midnight, midnight, 'TRIGGER:P0DT9H0M0S,TRIGGER:-P0DT15H0M0S,-P2D', true),
    'rings 2026-12-01 09:00 Europe/Berlin and 2026-11-30 09:00 Europe/Berlin and 2880',
  ],
  [
    ...(['TickTick', 'before the start'] as const),
    tickTick(nine, '2026-12-02T08:00:00+0000', '-PT1H', false),
    'rings 2026-12-01 08:00 Europe/Berlin',
  ],
  [
    ...(['Microsoft', 'at a time'] as const),
    microsoft({ reminderDateTime: { dateTime: '2026-12-03T07:00:00', timeZone: 'UTC' } }),
    'rings 2026-12-03 08:00 Europe/Berlin',
  ],
  [
    ...(['Microsoft', 'that is off'] as const),
    microsoft({
      isReminderOn: false,
      reminderDateTime: { dateTime: '2026-12-03T07:00:00', timeZone: 'UTC' },
    }),
    '',
  ],
  ['a calendar', 'before', calendar(timed, 'TRIGGER:-P1DT2H'), 'rings 1560'],
  ['a calendar', 'in seconds', calendar(timed, 'TRIGGER:-PT90S'), 'rings 2'],
  ['a calendar', 'without a date', calendar('', 'TRIGGER:-PT15M'), 'rings 15'],
  [
    ...(['a calendar', 'at an instant'] as const),
    calendar(timed, 'TRIGGER;VALUE=DATE-TIME:20261203T070000Z'),
    'rings 2026-12-03 08:00 Europe/Berlin',
  ],
  [
    ...(['a calendar', 'before the start'] as const),
    calendar(`DTSTART;TZID=Europe/Berlin:20261130T120000 ${timed}`, 'TRIGGER:-PT30M'),
    'rings 2026-11-30 11:30 Europe/Berlin',
  ],
  [
    ...(['a calendar', 'before the end'] as const),
    calendar(`DTSTART;TZID=Europe/Berlin:20261130T120000 ${timed}`, 'TRIGGER;RELATED=END:-PT30M'),
    'rings 30',
  ],
  [
    ...(['a calendar', 'of a whole day'] as const),
    calendar('DUE;VALUE=DATE:20261201', 'TRIGGER:-PT15H', 'TRIGGER:-P1D'),
    'rings 2026-11-30 09:00 Europe/Berlin and 1440',
  ],
  ['a calendar', 'that is none', calendar(timed, 'TRIGGER;VALUE=DATE-TIME:19760401T005545Z'), ''],
  [
    ...(['Vikunja', 'at a time'] as const),
    vikunja({ reminders: [{ reminder: '2026-12-03T07:00:00Z' }] }),
    'rings 2026-12-03 08:00 Europe/Berlin',
  ],
  [
    ...(['Vikunja', 'before'] as const),
    vikunja({
      due_date: '2026-12-01T08:00:00Z',
      reminders: [
        { reminder: '2026-12-01T07:00:00Z', relative_period: -3600, relative_to: 'due_date' },
      ],
    }),
    'rings 60',
  ],
  [
    ...(['Vikunja', 'over a year before'] as const),
    vikunja({
      due_date: '2029-12-01T08:00:00Z',
      reminders: [
        { reminder: '2027-12-02T08:00:00Z', relative_period: -63_072_000, relative_to: 'due_date' },
      ],
    }),
    'rings 2027-12-02 09:00 Europe/Berlin',
  ],
  ['Vikunja', 'that is none', vikunja({ reminder_dates: ['0001-01-01T00:00:00Z'] }), ''],
  ['a calendar', 'that says nothing', calendar(timed, 'TRIGGER:'), ''],
  [
    ...(['a calendar', 'of no place'] as const),
    calendar(timed, 'TRIGGER:-PT5M\r\nX-APPLE-PROXIMITY:'),
    'rings 5',
  ],
  [
    ...(['Vikunja', 'of an older export'] as const),
    vikunja({ reminder_dates: ['2026-12-03T07:00:00Z'] }),
    'rings 2026-12-03 08:00 Europe/Berlin',
  ],
  [
    ...(['Trello', 'before'] as const),
    json({
      lists: [],
      cards: [{ id: '1', name: 'T', due: '2026-12-01T08:00:00Z', dueReminder: 60 }],
    }),
    'rings 60',
  ],
  [
    ...(['Trello', 'that is none'] as const),
    json({
      lists: [],
      cards: [{ id: '1', name: 'T', due: '2026-12-01T08:00:00Z', dueReminder: -1 }],
    }),
    '',
  ],
  [
    ...(['Things', 'when it is due'] as const),
    json([{ type: 'to-do', attributes: { title: 'T', when: '2026-12-02@18:00' } }]),
    'rings 0',
  ],
  [
    ...(['Things', 'when it starts'] as const),
    json([
      {
        type: 'to-do',
        attributes: { title: 'T', when: '2026-12-02@18:00', deadline: '2026-12-10' },
      },
    ]),
    'rings 2026-12-02 18:00 Europe/Berlin',
  ],
])('a reminder of %s %s is one here', (_app, _what, file, rings) => {
  expect(sayReminders(file)).toBe(rings)
})

const inNotes = 'Reminders that Tend can’t set are in the notes.'

test.each<[what: string, file: File, notes: string]>([
  [
    'of a place',
    todoist([{ type: 'location', name: 'Work', loc_trigger: 'on_leave' }]),
    '“Reminder: on leaving Work”',
  ],
  [
    'of a place, by Apple',
    calendar(
      timed,
      'TRIGGER;VALUE=DATE-TIME:19760401T005545Z\r\nX-APPLE-PROXIMITY:ARRIVE\r\nX-APPLE-STRUCTURED-LOCATION;X-TITLE="Home, sweet":geo:1,2',
    ),
    '“Reminder: at Home, sweet (arrive)”',
  ],
  ['over a year before', calendar(timed, 'TRIGGER:-P400D'), '“Reminder: -P400D”'],
  [
    'of a date without sense',
    todoist([{ type: 'absolute', due: { date: 'soonish' } }]),
    '“Reminder: soonish”',
  ],
  [
    'of Vikunja without sense',
    vikunja({ reminders: [{ reminder: 'soonish' }] }),
    '“Reminder: soonish”',
  ],
  [
    'of Microsoft without sense',
    microsoft({ reminderDateTime: { dateTime: 'soonish' } }),
    '“Reminder: soonish”',
  ],
  ['in no known form', calendar(timed, 'TRIGGER:soon'), '“Reminder: soon”'],
  [
    'millennia before',
    tickTick(midnight, midnight, '-P999999DT1H', true),
    '“Reminder: -P999999DT1H”',
  ],
])('a reminder %s stays in the notes, and is reported', (_what, file, notes) => {
  expect(sayReminders(file)).toBe(notes)
  expect(readSample(file).preview.notes).toMatchObject([{ message: inNotes, count: 1 }])
})

test('a reminder after the due time gets a time of its own', () => {
  expect(sayReminders(calendar(timed, 'TRIGGER:PT15M'))).toBe(
    'rings 2026-12-01 09:15 Europe/Berlin',
  )
})

test('a task has ten reminders; those beyond are in the notes and reported, and the same counts once', () => {
  const minutes = [1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 11]
  const file = todoist(minutes.map((minute_offset) => ({ type: 'relative', minute_offset })))
  expect(sayReminders(file)).toBe(
    'rings 1 and 2 and 3 and 4 and 5 and 6 and 7 and 8 and 9 and 10 · “Reminder: 11 minutes before / Reminder: 12 minutes before”',
  )
  expect(readSample(file).preview.notes).toMatchObject([
    { message: 'A task has up to 10 reminders; the others are in the notes.', count: 2 },
  ])
})

test('a reminder whose time has passed comes along and is reported, unless its task is completed', () => {
  const reminderDateTime = { dateTime: '2026-11-02T07:00:00', timeZone: 'UTC' }
  const open = microsoft({ reminderDateTime })
  expect(sayReminders(open)).toBe('rings 2026-11-02 08:00 Europe/Berlin')
  expect(readSample(open).preview.notes).toMatchObject([
    { message: 'Reminders whose time has passed come along, and don’t ring.', examples: ['T'] },
  ])
  const completed = microsoft({ reminderDateTime, status: 'completed' })
  expect(sayReminders(completed)).toBe('rings 2026-11-02 08:00 Europe/Berlin')
  expect(readSample(completed).preview.notes).toEqual([])
})
