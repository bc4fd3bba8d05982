import { afterAll, describe, expect, onTestFinished, test } from 'vitest'
import { createAccessToken } from '../../server/test/support/access-token.ts'
import { startTestApp } from '../../server/test/support/test-app.ts'
import { installTend, manyRuns } from './support/tend.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

/** Somebody with a list, who has tend. */
async function begin() {
  const ada = await app.createPerson('ada')
  await ada.data('mutation { createList(input: { name: "Home" }) { list { id } } }')
  const { bearer } = await createAccessToken(ada)
  const tend = await installTend(bearer)
  onTestFinished(() => tend[Symbol.dispose]())
  const titles = async () => (await ada.data('{ tasks { nodes { title } } }')).tasks.nodes
  return { ada, tend, titles }
}

/** All fields of a task in JSON: programs rely on them. */
const taskFields = [
  ...['completed', 'completedAt', 'deletedAt', 'dueOn', 'dueState', 'dueTime', 'dueTimeZone', 'id'],
  ...['list', 'notes', 'parentId', 'priority', 'repeats', 'startOn', 'tags', 'title', 'updatedAt'],
]

describe('add', manyRuns, () => {
  test('makes the task that the line says, and shows what was understood', async () => {
    const { tend } = await begin()
    const { code, out, err } = await tend.run([
      'add',
      'Pay rent',
      'every 1st 9am #home !high @admin',
    ])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(
      /^Added Pay rent {2}\w+ 1 \w+ \d{4} 09:00 \(UTC\) {2}on the 1st of every month/,
    )
    expect(out).toContain('!high  #Home  @admin\n')
    expect(out).toContain('  every 1st → on the 1st of every month\n')
    expect(out).toContain('  @admin is a new tag\n')
  })

  test('has JSON of a stable shape', async () => {
    const { tend } = await begin()
    const added = await tend.json('add', 'Call Bob tomorrow 9am @phone')
    expect(Object.keys(added)).toEqual(['task', 'understood', 'newTags', 'mutationId'])
    expect(Object.keys(added.task).sort()).toEqual(taskFields)
    expect(added).toMatchObject({
      task: { title: 'Call Bob', dueTime: '09:00', list: { name: 'Inbox' }, repeats: null },
      understood: [
        { kind: 'DATE', text: 'tomorrow', meaning: expect.any(String) },
        { kind: 'TIME', text: '9am', meaning: '09:00' },
        { kind: 'TAG', text: '@phone', meaning: 'new tag phone' },
      ],
      newTags: ['phone'],
    })
  })

  test('without a line, or with one that is no task, says what is needed and adds nothing', async () => {
    const { tend, titles } = await begin()
    expect(await tend.refusal('add')).toMatchObject({ code: 2, error: { code: 'WRONG_USAGE' } })
    const refusal = await tend.refusal('add', 'tomorrow 9am')
    expect(refusal).toMatchObject({ code: 1, error: { code: 'BAD_USER_INPUT', candidates: [] } })
    expect(refusal.error.message).toMatch(/title/i)
    expect(await titles()).toEqual([])
  })
})

describe('ls', manyRuns, () => {
  test('lists what is due without a place, and places by name, numbered', async () => {
    const { ada, tend } = await begin()
    const tasks = [
      { title: 'Late', dueOn: '2026-01-05' },
      { title: 'Far', dueOn: '2400-01-05', tagNames: ['phone'] },
      { title: 'Loose' },
    ]
    await ada.data(
      'mutation ($input: CreateTasksInput!) { createTasks(input: $input) { mutationId } }',
      { input: { tasks } },
    )
    await tend.run(['add', 'Sweep #home today'])
    const titlesOf = async (...args: string[]) =>
      (await tend.json('ls', ...args)).tasks.map(({ title }: { title: string }) => title)
    expect(await titlesOf()).toEqual(['Late', 'Sweep'])
    expect(await titlesOf('overdue')).toEqual(['Late'])
    expect(await titlesOf('Upcoming')).toEqual(['Far'])
    expect(await titlesOf('inbox')).toEqual(['Late', 'Far', 'Loose'])
    expect(await titlesOf('home')).toEqual(['Sweep'])
    expect(await titlesOf('#HOME')).toEqual(['Sweep'])
    expect(await titlesOf('@phone')).toEqual(['Far'])
    expect(await titlesOf('--search', 'loose')).toEqual(['Loose'])
    expect(await titlesOf('--filter', '{"dueOn":{"gt":"2399-01-01"}}')).toEqual(['Far'])
    const { out } = await tend.run(['ls', 'overdue'])
    expect(out).toBe('1  Late  Mon 5 Jan 2026  #Inbox\n')
  })

  test('has JSON of a stable shape, which says whether there is more', async () => {
    const { tend } = await begin()
    for (const title of ['One', 'Two', 'Three']) await tend.run(['add', title])
    const two = await tend.json('ls', 'inbox', '-n', '2')
    expect(Object.keys(two)).toEqual(['tasks', 'hasMore'])
    expect(Object.keys(two.tasks[0]).sort()).toEqual([...taskFields, 'number'].sort())
    expect([two.tasks.length, two.hasMore, two.tasks[1].number]).toEqual([2, true, 2])
    const three = await tend.json('ls', 'inbox', '-n', '3')
    expect([three.tasks.length, three.hasMore]).toEqual([3, false])
  })

  test('lists a saved view by its name, and asks back where a list has the same', async () => {
    const { ada, tend } = await begin()
    await tend.run(['add', 'Big !urgent'])
    await tend.run(['add', 'Small #home'])
    const view = { name: 'Big things', filter: { priority: { eq: 'URGENT' } } }
    const create =
      'mutation ($input: CreateSavedViewInput!) { createSavedView(input: $input) { mutationId } }'
    await ada.data(create, { input: view })
    await ada.data(create, { input: { ...view, name: 'home' } })
    expect((await tend.json('ls', 'big', 'things')).tasks).toMatchObject([{ title: 'Big' }])
    expect(await tend.refusal('ls', 'home')).toMatchObject({
      code: 1,
      error: { code: 'AMBIGUOUS' },
    })
    expect((await tend.json('ls', '--view', 'home')).tasks).toMatchObject([{ title: 'Big' }])
    expect((await tend.json('ls', '--list', 'home')).tasks).toMatchObject([{ title: 'Small' }])
    expect(await tend.refusal('ls', 'away')).toMatchObject({
      code: 1,
      error: { code: 'NOT_FOUND' },
    })
  })
})

describe('a task', manyRuns, () => {
  test('is meant by its number, the beginning of its title, or its id', async () => {
    const { tend } = await begin()
    const { task } = await tend.json('add', 'Call Anna')
    await tend.run(['add', 'Write to Bob'])
    await tend.run(['add', 'Read'])
    await tend.run(['ls', 'all'])
    const { tasks } = await tend.json('done', task.id, 'WRITE', '1')
    expect(tasks.map(({ title }: { title: string }) => title).sort()).toEqual([
      'Call Anna',
      'Read',
      'Write to Bob',
    ])
  })

  test('that several could be is refused with the candidates, and nothing is done', async () => {
    const { tend } = await begin()
    const { task: anna } = await tend.json('add', 'Call Anna tomorrow')
    await tend.run(['add', 'Call Bob'])
    await tend.run(['add', 'Other'])
    const { code, error } = await tend.refusal('done', 'other', 'call')
    expect([code, error.code, error.candidates.length]).toEqual([1, 'AMBIGUOUS', 2])
    expect(error.candidates).toContainEqual({
      ...{ id: anna.id, title: 'Call Anna', list: 'Inbox', dueOn: anna.dueOn },
    })
    expect((await tend.json('ls', 'completed')).tasks).toEqual([])
    const { err } = await tend.run(['done', 'call'])
    expect(err).toMatch(/^tend: 2 tasks begin with “call”, and nothing was done\./)
    expect(err).toContain(`${anna.id}  Call Anna  #Inbox  `)
  })

  test('is the one with the whole title, whatever others begin with it', async () => {
    const { tend } = await begin()
    await tend.run(['add', 'Call'])
    await tend.run(['add', 'Call Bob'])
    expect((await tend.json('done', 'call')).tasks).toMatchObject([{ title: 'Call' }])
  })

  test('that isn’t there is refused in words', async () => {
    const { tend } = await begin()
    for (const [reference, words] of [
      ['7', 'listed nothing yet'],
      ['nothing', 'begins with “nothing”'],
      ['01970000-0000-7000-8000-0000000000c1', 'none that is still there'],
    ] as const) {
      const { code, error } = await tend.refusal('done', reference)
      expect([code, error.code]).toEqual([1, 'NOT_FOUND'])
      expect(error.message).toContain(words)
    }
  })
})

test(
  'done and reopen say what became of the tasks, and of what repeats its next',
  manyRuns,
  async () => {
    const { tend } = await begin()
    await tend.run(['add', 'Water plants every day'])
    const done = await tend.json('done', 'water')
    expect(Object.keys(done)).toEqual(['tasks', 'nextTasks', 'changedCount', 'mutationId'])
    expect(done).toMatchObject({
      tasks: [{ title: 'Water plants', completed: true }],
      nextTasks: [{ title: 'Water plants', completed: false, repeats: 'every day' }],
    })
    expect(Object.keys(done.tasks[0]).sort()).toEqual(taskFields)
    const { code, out } = await tend.run(['reopen', 'water'])
    expect([code, out]).toEqual([0, expect.stringMatching(/^Reopened Water plants/)])
  },
)

test('rm moves to the trash, where a task isn’t found any more', manyRuns, async () => {
  const { ada, tend } = await begin()
  const { task } = await tend.json('add', 'Old')
  const removed = await tend.json('rm', 'old')
  expect(Object.keys(removed)).toEqual(['tasks', 'changedCount', 'mutationId'])
  expect(removed.tasks).toMatchObject([{ id: task.id, deletedAt: expect.any(String) }])
  const { tasks } = await ada.data('{ tasks(filter: { deleted: { eq: true } }) { nodes { id } } }')
  expect(tasks.nodes).toEqual([{ id: task.id }])
  expect((await tend.refusal('done', task.id)).error.message).toContain('in the trash')
})

describe('edit', manyRuns, () => {
  test('changes what is named, and leaves the rest', async () => {
    const { tend } = await begin()
    await tend.run(['add', 'Call Bob tomorrow 9am @phone'])
    const changes = ['--title', 'Call Robert', '--priority', 'High', '--list', 'HOME']
    const tags = ['--tag', 'family', '--tag', 'Phone', '--notes', 'Ask **him**']
    const edited = await tend.json('edit', 'call bob', ...changes, ...tags)
    expect(Object.keys(edited)).toEqual(['task', 'mutationId'])
    expect(edited.task).toMatchObject({
      title: 'Call Robert',
      priority: 'HIGH',
      list: { name: 'Home' },
      dueTime: '09:00',
      notes: 'Ask **him**',
    })
    const names = edited.task.tags.map(({ name }: { name: string }) => name)
    expect(names.sort()).toEqual(['family', 'phone'])
    const untagged = await tend.json('edit', 'call r', '--untag', 'phone', '--due', 'none')
    expect(untagged.task).toMatchObject({ dueOn: null, dueTime: null, tags: [{ name: 'family' }] })
  })

  test.each([
    ['2026-01-05', { dueOn: '2026-01-05', dueTime: null }],
    ['2026-01-05 18:30', { dueOn: '2026-01-05', dueTime: '18:30' }],
    ['31 dec 2399 9am', { dueOn: '2399-12-31', dueTime: '09:00' }],
    ['every monday', { repeats: 'every Monday' }],
  ])('reads --due %s', async (due, expected) => {
    const { tend } = await begin()
    await tend.run(['add', 'Something'])
    expect((await tend.json('edit', 'some', '--due', due)).task).toMatchObject(expected)
  })

  test('ends a repeat, and reads notes from the input', async () => {
    const { tend } = await begin()
    await tend.run(['add', 'Something every day'])
    const input = 'Line\n\nand another'
    const args = ['edit', 'some', '--repeat', 'none', '--notes', '-', '--json']
    const { out } = await tend.run(args, { input })
    expect(JSON.parse(out).task).toMatchObject({ repeats: null, notes: input })
  })

  test.each([
    ['no change', []],
    ['a due day that isn’t understood', ['--due', 'sometime']],
    ['a due day with more in it', ['--due', 'tomorrow #home']],
    ['a priority that is none', ['--priority', 'huge']],
    ['an option that is none', ['--colour', 'red']],
  ])('refuses %s as wrong usage, and changes nothing', async (_, args) => {
    const { ada, tend } = await begin()
    const { task } = await tend.json('add', 'Something')
    const title = args.length === 0 ? [] : ['--title', 'Other']
    const refusal = await tend.refusal('edit', 'some', ...title, ...args)
    expect(refusal).toMatchObject({ code: 2, error: { code: 'WRONG_USAGE' } })
    const { task: now } = await ada.data('query ($id: ID!) { task(id: $id) { title } }', {
      id: task.id,
    })
    expect(now.title).toBe('Something')
  })
})
