import { expect, test } from 'vitest'
import { describeActor, describeEntry, type HistoryChange } from './history-words.ts'

const clock = {
  now: Date.parse('2026-11-23T21:30:00Z'),
  timeZone: 'Europe/Berlin',
  formats: { weekStartsOn: 'MONDAY', dateStyle: 'DAY_FIRST', timeStyle: 'HOURS_24' },
} as const
const names = {
  list: (id: string) => ({ home: 'Home' })[id],
  tag: (id: string) => ({ red: 'urgent' })[id],
}
const actor = { kind: 'SESSION', isCurrent: true } as const

test.each<[HistoryChange[], string[]]>([
  [[{ field: 'title', before: 'a', after: 'b' }], ['Renamed to “b”']],
  [[{ field: 'description', before: null, after: 'x' }], ['Notes added']],
  [[{ field: 'description', before: 'x', after: 'y' }], ['Notes changed']],
  [[{ field: 'description', before: 'x', after: null }], ['Notes removed']],
  [
    [
      { field: 'listId', before: 'inbox', after: 'home' },
      { field: 'position', before: 'a', after: 'b' },
    ],
    ['Moved to “Home”'],
  ],
  [[{ field: 'listId', after: 'gone' }], ['Moved to another list']],
  [[{ field: 'position', before: 'a', after: 'b' }], ['Reordered']],
  [
    [
      { field: 'parentId', after: 'x' },
      { field: 'position', after: 'b' },
    ],
    ['Made a subtask'],
  ],
  [[{ field: 'priority', before: '0', after: '3' }], ['High priority']],
  [[{ field: 'priority', before: '3', after: '0' }], ['No priority']],
  [
    [
      { field: 'dueOn', after: '2026-11-27' },
      { field: 'dueTime', after: '09:00:00' },
      { field: 'dueTimeZone', after: 'Europe/Berlin' },
    ],
    ['Due 27 Nov, 09:00'],
  ],
  [[{ field: 'dueTime', before: '09:00', after: null }], ['No due time']],
  [[{ field: 'dueOn', before: '2026-11-27', after: null }], ['No due date']],
  [[{ field: 'startOn', after: '2027-01-02' }], ['Starts 2 Jan 2027']],
  [
    [
      { field: 'recurrenceRule', after: 'FREQ=WEEKLY' },
      { field: 'recurrenceBasis', after: 'completion' },
      { field: 'recurrenceOn', after: '2026-11-27' },
    ],
    ['Repeats every week after completion'],
  ],
  [[{ field: 'recurrenceRule', before: 'FREQ=WEEKLY', after: null }], ['No longer repeats']],
  [[{ field: 'completedAt', after: '2026-11-23T10:00:00Z' }], ['Completed']],
  [[{ field: 'completedAt', before: '2026-11-23T10:00:00Z', after: null }], ['Reopened']],
  [[{ field: 'deletedAt', after: '2026-11-23T10:00:00Z' }], ['Moved to the trash']],
  [
    [
      { field: 'tags', before: null, after: 'red' },
      { field: 'tags', before: 'lost', after: null },
    ],
    ['Tagged “urgent”', 'Removed a deleted tag'],
  ],
  [[{ field: 'recurrenceOn', after: '2026-11-27' }], ['Changed']],
])('%j reads as %j', (changes, parts) => {
  expect(describeEntry({ operation: 'CHANGED', actor, changes }, names, clock)).toEqual(parts)
})

test('creation and deletion are described as such', () => {
  const changes = [{ field: 'title', after: 'x' }]
  expect(describeEntry({ operation: 'CREATED', actor, changes }, names, clock)).toEqual(['Created'])
  expect(describeEntry({ operation: 'DELETED', actor, changes }, names, clock)).toEqual([
    'Deleted for good',
  ])
})

test.each([
  [{ kind: 'SESSION', isCurrent: true, device: 'Safari on iPhone' }, 'You'],
  [{ kind: 'SESSION', isCurrent: false, device: 'Safari on iPhone' }, 'You, on Safari on iPhone'],
  [{ kind: 'SESSION', isCurrent: false, device: null }, 'You'],
  [{ kind: 'TOKEN', isCurrent: false, tokenName: 'backup' }, 'The token “backup”'],
  [{ kind: 'TOKEN', isCurrent: false, tokenName: null }, 'An access token'],
  [{ kind: 'SYSTEM', isCurrent: false }, 'Tend'],
] as const)('%j is %s', (who, text) => {
  expect(describeActor(who)).toBe(text)
})
