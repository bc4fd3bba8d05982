import { expect, test } from 'vitest'
import { readSample, sayTasks } from './read-sample.ts'
import { writeTickTick } from './samples.ts'

const zones = [
  ...['Pacific/Honolulu', 'America/Los_Angeles', 'America/St_Johns', 'America/Sao_Paulo'],
  ...['Atlantic/Azores', 'Europe/London', 'Europe/Berlin', 'Africa/Cairo', 'Asia/Kolkata'],
  ...['Asia/Tokyo', 'Pacific/Auckland', 'Pacific/Kiritimati'],
]

test.each(zones)('a whole day of TickTick in %s is that day, wherever it is imported', (zone) => {
  const midnight = Temporal.PlainDate.from('2026-12-12').toZonedDateTime(zone).toInstant()
  const instant = midnight.toString({ smallestUnit: 'second' }).replace('Z', '+0000')
  const row = `"","A","T","TEXT","","","N","${instant}","${instant}","","","0","0","${instant}","","0","${zone}","true","false","","","list","1",""`
  for (const timeZone of ['Pacific/Honolulu', 'Pacific/Kiritimati'])
    expect(sayTasks({ name: 'a.csv', bytes: writeTickTick([row]) }, { timeZone })).toEqual([
      'T · in A · due 2026-12-12',
    ])
})

const mostUrgent: [app: string, name: string, text: string, priority: number][] = [
  ['Todoist CSV', 'a.csv', 'TYPE,CONTENT,PRIORITY\ntask,T,1\n', 4],
  ['Todoist CSV, its least', 'a.csv', 'TYPE,CONTENT,PRIORITY\ntask,T,4\n', 0],
  [
    'Todoist JSON',
    'a.json',
    '{"items":[{"id":"1","project_id":"1","content":"T","priority":4}]}',
    4,
  ],
  [
    'Todoist JSON, its least',
    'a.json',
    '{"items":[{"id":"1","project_id":"1","content":"T","priority":1}]}',
    0,
  ],
  [
    ...(['TickTick', 'a.csv'] as const),
    writeTickTick([
      '"","A","T","TEXT","","","N","","","","","5","0","","","0","","","","","","","1",""',
    ]),
    3,
  ],
  ['Microsoft', 'a.json', '{"value":[{"title":"T","status":"notStarted","importance":"high"}]}', 3],
  ['a calendar', 'a.ics', 'BEGIN:VTODO\nSUMMARY:T\nPRIORITY:1\nEND:VTODO', 4],
  ['a calendar, its least', 'a.ics', 'BEGIN:VTODO\nSUMMARY:T\nPRIORITY:9\nEND:VTODO', 1],
  ['todo.txt', 'a.txt', '(A) T', 4],
  ['Markdown', 'a.md', '- [ ] T 🔺', 4],
  ['a table', 'a.csv', 'Title,Priority\nT,urgent\n', 4],
  [
    'Taskwarrior',
    'a.json',
    '[{"uuid":"1","entry":"20260101T000000Z","description":"T","priority":"H"}]',
    3,
  ],
  ['Org', 'a.org', '* TODO [#A] T', 4],
  [
    'Vikunja',
    'a.json',
    '[{"id":1,"title":"P","tasks":[{"id":1,"title":"T","done":false,"repeat_after":0,"priority":5}]}]',
    4,
  ],
  ['Apple', 'a.json', '[{"list":"L","title":"T","priority":"High"}]', 3],
]

test.each(mostUrgent)('the most urgent of %s is so here', (_app, name, bytes, priority) => {
  expect(readSample({ name, bytes }).file.tasks.map((task) => task.priority)).toEqual([priority])
})

/** As Todoist's help has them, and whether we are to read them. */
const phrases = [
  ...[
    'every day',
    'daily',
    'every morning',
    'every evening at 7',
    'every weekday',
    'every workday',
  ],
  ...['every weekend', 'every week', 'weekly', 'every month', 'monthly', 'every year', 'yearly'],
  ...['every quarter', 'every 3 days', 'every 2 weeks', 'every other day', 'every other week'],
  ...['every monday', 'every mon, wed, fri', 'every tuesday at 9', 'every fri at 17:00'],
  ...['every other monday', 'every 15th', 'every 1st', 'every last day', 'every 3rd friday'],
  ...[
    'every first monday',
    'every last friday',
    'every 2, 15, 27',
    'every jan 13th',
    'every 14 feb',
  ],
  ...['every day at 9am', 'every 12 months', 'every! 3 days', 'every! 2 weeks', 'every! month'],
  ...['every day starting dec 5', 'every day until dec 31', 'every day for 3 weeks'],
  ...['every monday ending 31 dec', 'ev day', 'ev monday', 'each friday', 'after 10 days'],
  ...['every first workday', 'every last workday', 'every jan 1, apr 1', 'every 3rd tuesday at 10'],
  ...['every mon-fri', 'every sat and sun'],
]

test('of fifty phrases of Todoist at least 45 repeat here', () => {
  const bytes = `TYPE,CONTENT,DATE,DATE_LANG\n${phrases.map((text) => `task,T,"${text}",en`).join('\n')}\n`
  const { file, preview } = readSample({ name: 'a.csv', bytes })
  const unread = file.tasks.flatMap(({ recurrence }, nth) => (recurrence ? [] : [phrases[nth]]))
  expect(phrases.length).toBeGreaterThanOrEqual(50)
  expect(unread).toMatchInlineSnapshot(`
    [
      "every 2, 15, 27",
    ]
  `)
  // What isn't read is told.
  expect(preview.notes.reduce((sum, { count }) => sum + count, 0)).toBe(unread.length)
  expect(unread.length).toBeLessThanOrEqual(phrases.length - 45)
})
