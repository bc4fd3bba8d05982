import { parseQuickAdd } from '@tend/server/domain/quick-add/quick-add'
import { expect, test } from 'vitest'
import { makeFirstTasks } from './first-tasks.ts'

const today = '2026-11-29'

test.each([true, false])(
  'the first tasks say what to do, one of them today, by touch: %s',
  (byTouch) => {
    const tasks = makeFirstTasks(today, { listName: 'Home', byTouch })
    for (const { title } of tasks) expect(title).not.toMatch(/^Example/)
    expect(tasks.filter(({ dueOn }) => dueOn === today)).toHaveLength(1)
    const mentionsKeys = tasks.some(({ title }) => /⌘|Press [a-z]/.test(title))
    expect(mentionsKeys).toBe(!byTouch)
  },
)

test.each(['Home', 'Side project'])('the line to type is read as it says, into %s', (listName) => {
  const titles = makeFirstTasks(today, { listName, byTouch: false }).map(({ title }) => title)
  const [, line = ''] = /“(.*)”/.exec(titles.join('\n')) ?? []
  const read = parseQuickAdd(line, {
    now: Temporal.Instant.from(`${today}T10:00:00Z`),
    timeZone: 'UTC',
    weekStartsOn: 'MONDAY',
    dateStyle: 'DAY_FIRST',
    lists: [{ id: 'list', name: listName }],
    tags: [],
  })
  expect(read).toMatchObject({
    title: 'Call mum',
    dueOn: '2026-11-30',
    dueTime: '18:00',
    list: { id: 'list' },
  })
})
