import { strToU8, zipSync } from 'fflate'

// A file of each app, in its shape and of our own making.

const crlf = (text: string) => text.trim().replaceAll('\n', '\r\n')

const todoistCsv = crlf(`
TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE,DURATION,DURATION_UNIT,DEADLINE,DEADLINE_LANG
meta,view_style=list,,,,,,,,,,,,
task,Water the ferns @garden @weekly,"Not too much,
they rot",1,1,Ada (1),,every monday at 9,en,Europe/London,30,minute,,
task,Fill the can,,4,2,Ada (1),,2026-12-01,en,Europe/London,None,,,
note,Rain water is best,,,,Ada (1),,2026-11-01T10:00:00Z,,,,,,
,,,,,,,,,,,,,
section,Later,,,,,,,,,,,,
task,Repaint the shed,,3,1,Ada (1),Bob (2),jeden Montag,de,,,,,
task,Pay the gardener,,2,1,Ada (1),,2026-12-10,en,,,,2026-12-24,en
task,Sharpen the shears,,4,1,Ada (1),,every! 3 days,en,,,,,
`)

/** As it was some years ago. */
const oldTodoistCsv = crlf(`
TYPE,CONTENT,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE
task,"A ""quoted"" title, with a comma",1,1,Ada (1),,,en,
task,Under it,4,2,Ada (1),,every day,en,Europe/Berlin
`)

const todoistJson = JSON.stringify({
  projects: [
    { id: 'p1', name: 'Inbox', child_order: 0, inbox_project: true },
    { id: 'p2', name: 'Work', child_order: 1 },
    { id: 'p3', name: 'Site', child_order: 2, parent_id: 'p2' },
  ],
  sections: [{ id: 's1', project_id: 'p3', name: 'Doing', section_order: 1 }],
  items: [
    {
      ...{
        id: 't2',
        project_id: 'p3',
        section_id: 's1',
        parent_id: 't1',
        content: 'Choose a font',
      },
      ...{ priority: 1, checked: true, completed_at: '2026-11-02T10:00:00Z', child_order: 1 },
    },
    {
      ...{
        id: 't1',
        project_id: 'p3',
        section_id: 's1',
        content: 'Design',
        description: 'Plainly',
      },
      ...{ priority: 4, labels: ['deep'], child_order: 2, checked: false },
      due: {
        ...{ date: '2026-12-01T08:00:00Z', timezone: 'Europe/Berlin', string: 'every day at 9' },
        ...{ lang: 'en', is_recurring: true },
      },
      duration: { amount: 45, unit: 'minute' },
      added_at: '2026-10-01T08:00:00.000000Z',
    },
    { id: 't3', project_id: 'p1', content: 'Call', priority: 1, due: { date: '2026-12-03' } },
    { id: 't4', project_id: 'p1', content: 'Gone', is_deleted: true },
  ],
  labels: [{ id: 'l1', name: 'deep' }],
  notes: [{ id: 'n1', item_id: 't1', content: 'Ask Bob' }],
  reminders: [
    { id: 'r1', item_id: 't1', type: 'relative', minute_offset: 30 },
    { id: 'r2', item_id: 't3', type: 'absolute', due: { date: '2026-12-02T18:00:00' } },
    { id: 'r3', item_id: 't3', type: 'location', name: 'Home', loc_trigger: 'on_enter' },
    { id: 'r4', item_id: 't3', type: 'absolute', is_deleted: true },
  ],
})

const tickTickColumns =
  '"Folder Name","List Name","Title","Kind","Tags","Content","Is Check list","Start Date","Due Date","Reminder","Repeat","Priority","Status","Created Time","Completed Time","Order","Timezone","Is All Day","Is Floating","Column Name","Column Order","View Mode","taskId","parentId"'

/** A backup with these rows, behind its preamble. */
export function writeTickTick(rows: readonly string[]): string {
  const preamble =
    '"Date: 2026-11-30+0000"\n"Version: 7.1"\n"Status: \n0 Normal\n1 Completed\n2 Archived"'
  return `\ufeff${[preamble, tickTickColumns, ...rows].join('\n')}\n`
}

const tickTick = writeTickTick([
  '"Home","Kitchen","Descale","TEXT","chores, tea","","N","2026-11-30T23:00:00+0000","2026-11-30T23:00:00+0000","PT0S","RRULE:FREQ=MONTHLY;INTERVAL=1","5","0","2026-11-01T09:00:00+0000","","-2","Europe/Berlin","true","false","Soon","0","list","3","2"',
  '"Home","Kitchen","Kettle","CHECKLIST","","Twice ▫vinegar▪water","Y","2026-12-01T08:30:00+0000","2026-12-01T08:30:00+0000","TRIGGER:PT0S,TRIGGER:-P1D","","0","0","2026-11-01T09:00:00+0000","","-1","Europe/Berlin","false","false","","","list","2",""',
  '"","Inbox","Done","TEXT","","","N","","","","","3","2","2026-11-01T09:00:00+0000","2026-11-05T09:00:00+0000","0","Europe/Berlin","","false","","","list","4",""',
])

const google = JSON.stringify({
  kind: 'tasks#taskLists',
  items: [
    {
      ...{ kind: 'tasks#tasks', id: 'L', title: 'My Tasks', updated: '2026-11-01T08:00:00.000Z' },
      items: [
        {
          ...{
            kind: 'tasks#task',
            id: 'b',
            title: 'Second',
            status: 'needsAction',
            position: '002',
          },
          ...{
            due: '2026-12-05T00:00:00.000Z',
            notes: 'By train',
            updated: '2026-11-02T08:00:00Z',
          },
          links: [{ type: 'email', link: 'https://mail.example/1' }],
        },
        {
          id: 'a',
          title: 'First',
          status: 'completed',
          completed: '2026-11-03T08:00:00Z',
          position: '001',
        },
        { id: 'c', title: 'Under second', status: 'needsAction', parent: 'b', position: '001' },
        { id: 'd', title: 'Gone', status: 'needsAction', deleted: true },
      ],
    },
  ],
})

const microsoft = JSON.stringify({
  lists: [
    {
      ...{ id: 'list', displayName: 'Errands', wellknownListName: 'none' },
      tasks: [
        {
          ...{ id: 'm1', title: 'Renew', status: 'notStarted', importance: 'high' },
          body: { content: '<p>At the <b>office</b></p>', contentType: 'html' },
          dueDateTime: { dateTime: '2026-11-30T23:00:00.0000000', timeZone: 'UTC' },
          recurrence: {
            pattern: {
              type: 'relativeMonthly',
              interval: 1,
              daysOfWeek: ['tuesday'],
              index: 'second',
            },
            range: { type: 'noEnd', startDate: '2026-11-01' },
          },
          checklistItems: [{ id: 'x', displayName: 'Photo', isChecked: true }],
          reminderDateTime: { dateTime: '2026-11-30T07:00:00.0000000', timeZone: 'UTC' },
          isReminderOn: true,
          categories: ['Blue'],
          createdDateTime: '2026-10-01T08:00:00Z',
        },
        {
          ...{ id: 'm2', title: 'Later', status: 'completed', importance: 'low' },
          dueDateTime: {
            dateTime: '2026-12-02T00:00:00.0000000',
            timeZone: 'W. Europe Standard Time',
          },
          completedDateTime: { dateTime: '2026-11-20T00:00:00', timeZone: 'UTC' },
        },
      ],
    },
  ],
})

const calendar = crlf(`
BEGIN:VCALENDAR
VERSION:2.0
X-WR-CALNAME:Reminders
BEGIN:VTODO
UID:u2
SUMMARY:A line that is
  folded\\, with a comma
RELATED-TO:u1
X-APPLE-SORT-ORDER:2
END:VTODO
BEGIN:VTODO
UID:u1
SUMMARY:Service the boiler
DESCRIPTION:First\\nSecond
DTSTART;TZID=Europe/London:20261201T090000
DUE;TZID=Europe/London:20261201T090000
PRIORITY:1
CATEGORIES:house,heat\\,ing
RRULE:FREQ=YEARLY;INTERVAL=1
CREATED:20261001T080000Z
X-APPLE-SORT-ORDER:1
BEGIN:VALARM
TRIGGER:-PT15M
END:VALARM
BEGIN:VALARM
TRIGGER;VALUE=DATE-TIME:20261130T170000Z
END:VALARM
BEGIN:VALARM
TRIGGER;VALUE=DATE-TIME:19760401T005545Z
END:VALARM
END:VTODO
BEGIN:VTODO
UID:u3
SUMMARY:Paid
DUE;VALUE=DATE:20261105
STATUS:COMPLETED
COMPLETED:20261104T120000Z
END:VTODO
BEGIN:VEVENT
SUMMARY:A meeting
END:VEVENT
END:VCALENDAR
`)

const apple = [
  {
    list: 'Groceries',
    title: 'Oat milk',
    due: '2026-12-01T18:00:00+01:00',
    allDay: 'No',
    priority: 'High',
  },
  {
    list: 'Groceries',
    title: 'Barista kind',
    parent: 'Oat milk',
    completed: 'Yes',
    flagged: 'Yes',
    tags: '#shop, vegan',
  },
]
  .map((reminder) => JSON.stringify(reminder))
  .join('\n')

const things = JSON.stringify([
  {
    type: 'project',
    attributes: {
      ...{ title: 'Move', area: 'Home' },
      items: [
        { type: 'heading', attributes: { title: 'Boxes' } },
        {
          type: 'to-do',
          attributes: {
            ...{
              title: 'Pack',
              when: '2026-12-02',
              deadline: '2026-12-10',
              tags: ['Heavy'],
              notes: 'Books last',
            },
            'checklist-items': [
              { type: 'checklist-item', attributes: { title: 'Tape', completed: true } },
            ],
          },
        },
      ],
    },
  },
  { type: 'to-do', attributes: { title: 'Dream', when: 'someday' } },
  { type: 'to-do', attributes: { title: 'Post', when: '2026-12-02@18:00' } },
])

const todoTxt = `x 2026-11-02 2026-10-01 Buy bolts +shed @shop pri:A
(A) 2026-10-01 Build the shed +shed due:2026-12-20 t:2026-12-01 rec:1w
Think about the roof
`

const markdown = `---
tags: [x]
---
# House
- [ ] Paint #outside ⏫ 🛫 2026-12-01 📅 2026-12-05
    - [x] Choose a colour ✅ 2026-11-10
      blue, as before
## Cellar
* [ ] Sweep 🔁 every 2 weeks when done 📅 2026-12-06
* [-] Dig [due:: 2026-12-07]
`

const table = crlf(`
Task;Details;Project;Due date;Priority;Labels;Done
Invoice;For November;Work;17/12/2026;urgent;"money, ""a, b""";
Post;;Work;in 3 days;low;;yes
'=2+2;;Sums;;;;
`)

const trello = JSON.stringify({
  ...{ id: 'board', name: 'Garden plan', closed: false },
  lists: [
    { id: 'l2', name: 'Doing', pos: 2 },
    { id: 'l1', name: 'Ideas', pos: 1 },
  ],
  cards: [
    {
      ...{ id: '66f000000000000000000001', idList: 'l2', name: 'Pond', desc: 'Small', pos: 1.5 },
      ...{ due: '2026-12-01T08:00:00.000Z', dueComplete: false, closed: false, dueReminder: 1440 },
      labels: [
        { name: '', color: 'green' },
        { name: 'Water', color: 'blue' },
      ],
    },
    {
      id: '66f000000000000000000002',
      idList: 'l1',
      name: 'Hut',
      pos: 3,
      closed: true,
      dateLastActivity: '2026-11-01T08:00:00Z',
    },
  ],
  checklists: [
    {
      ...{ id: 'c', idCard: '66f000000000000000000001', name: 'Steps', pos: 1 },
      checkItems: [
        { id: 'i2', name: 'Fill', state: 'incomplete', pos: 2 },
        { id: 'i1', name: 'Dig', state: 'complete', pos: 1 },
      ],
    },
  ],
  actions: [
    { type: 'commentCard', data: { text: 'With fish?', card: { id: '66f000000000000000000001' } } },
  ],
})

const asana = crlf(`
Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task,Blocked By (Dependencies),Blocking (Dependencies),Budget
1.21143E+15,2026-09-01,,2026-09-02,Launch,Plan,Ada,ada@example.com,2026-12-01,17/12/2026,big,Soon,Rocket,,,,500
,,,,,,,,,,,,,,,,
1.21143E+15,2026-09-01,2026-09-03,2026-09-03,Fuel,,,,,2026-12-01,,,Rocket,Launch,,,
`)

const taskwarrior = [
  {
    uuid: 'w1',
    description: 'Back up',
    entry: '20261001T080000Z',
    status: 'recurring',
    recur: 'weekly',
    due: '20261201T230000Z',
  },
  {
    uuid: 'w2',
    description: 'Back up',
    entry: '20261001T080000Z',
    status: 'pending',
    parent: 'w1',
    recur: 'weekly',
    due: '20261201T230000Z',
    project: 'it.home',
    priority: 'H',
    tags: ['disk'],
  },
  {
    uuid: 'w3',
    description: 'Old',
    entry: '1600000000',
    end: '20261101T080000Z',
    status: 'completed',
    annotations: [{ entry: '20261001T080000Z', description: 'Said Bob' }],
  },
  { uuid: 'w4', description: 'Gone', entry: '20261001T080000Z', status: 'deleted' },
]
  .map((task) => JSON.stringify(task))
  .join('\n')

const org = `#+TODO: TODO WAIT | DONE
* Research
** TODO [#A] Read the paper :deep:@desk:
   SCHEDULED: <2026-12-01 Tue> DEADLINE: <2026-12-04 Fri 17:00 .+1w>
   :PROPERTIES:
   :ID: org-1
   :END:
   Twice.
   - [X] abstract
*** WAIT Ask for the data
** Drafts
*** DONE Outline
    CLOSED: [2026-11-05 Thu 10:00]
`

const vikunja = JSON.stringify([
  {
    ...{ id: 1, title: 'Inbox', created: '2026-01-01T00:00:00Z' },
    buckets: [{ id: 9, title: 'Backlog' }],
    tasks: [
      {
        ...{
          id: 1,
          title: 'Knit',
          description: '<p>A <a href="https://x.example">hat</a></p>',
          done: false,
        },
        ...{ due_date: '2026-12-01T22:59:00Z', repeat_after: 604_800, repeat_mode: 2, priority: 5 },
        reminders: [{ reminder: '2026-12-01T07:00:00Z', relative_period: 0, relative_to: '' }],
        ...{
          bucket_id: 9,
          position: 2,
          labels: [{ title: 'wool' }],
          related_tasks: { subtask: [{ id: 2 }] },
        },
      },
      {
        ...{
          id: 2,
          title: 'Buy needles',
          done: true,
          done_at: '2026-11-01T00:00:00Z',
          position: 1,
        },
        ...{ due_date: '0001-01-01T00:00:00Z', repeat_after: 0, priority: 0 },
      },
    ],
  },
])

const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

/** By what each is called here: the name of the file and its bytes. */
export const samples: Readonly<Record<string, { name: string; bytes: Uint8Array }>> = {
  todoistCsv: { name: 'Garden [2331].csv', bytes: strToU8(todoistCsv) },
  oldTodoistCsv: { name: 'Old.csv', bytes: strToU8(oldTodoistCsv) },
  todoistZip: {
    name: 'backup.zip',
    bytes: zip({ 'Garden [2331].csv': todoistCsv, 'Inbox [1].csv': oldTodoistCsv }),
  },
  todoistJson: { name: 'sync.json', bytes: strToU8(todoistJson) },
  tickTick: { name: 'TickTick-backup.csv', bytes: strToU8(tickTick) },
  google: { name: 'Tasks.json', bytes: strToU8(google) },
  microsoft: { name: 'todo.json', bytes: strToU8(microsoft) },
  calendar: { name: 'Reminders.ics', bytes: strToU8(calendar) },
  apple: { name: 'Reminders.json', bytes: strToU8(apple) },
  things: { name: 'things.json', bytes: strToU8(things) },
  todoTxt: { name: 'todo.txt', bytes: strToU8(todoTxt) },
  markdown: { name: 'House.md', bytes: strToU8(markdown) },
  table: { name: 'Sheet.csv', bytes: strToU8(table) },
  trello: { name: 'board.json', bytes: strToU8(trello) },
  asana: { name: 'Rocket.csv', bytes: strToU8(asana) },
  taskwarrior: { name: 'tasks.json', bytes: strToU8(taskwarrior) },
  org: { name: 'research.org', bytes: strToU8(org) },
  vikunja: {
    name: 'vikunja.zip',
    bytes: zip({ 'data.json': vikunja, 'filters.json': '[]', VERSION: 'v0.24', 'files/1': 'x' }),
  },
}
