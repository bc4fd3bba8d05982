import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import type { Json } from '../support/ask.ts'
import type { Person } from '../support/person.ts'
import { bytesOf, refusalOf, runMutation, tryMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada, bob } = await app.createPeople('ada', 'bob')

const payload = `task {
    id title startOn dueOn dueTime dueTimeZone priority list { name } parent { id } tags { name }
    recurrence { rule basis sentence }
    reminders { minutesBefore on time timeZone }
  }
  newTags { name } spans { kind text meaning } mutationId`

function add(person: Person, input: string | object): Promise<Json> {
  return runMutation(
    person,
    'quickAdd',
    typeof input === 'string' ? { text: input } : input,
    payload,
  )
}

function parse(person: Person, variables: Record<string, unknown>): Promise<Json> {
  return person.data(
    `query($text: String!, $ignore: QuickAddIgnore, $dueOn: Date) {
      parseQuickAdd(text: $text, ignore: $ignore, dueOn: $dueOn) {
        title startOn dueOn dueTime dueTimeZone priority issues
        list { name } tags { name tag { name } }
        recurrence { rule basis sentence nextOccurrences(first: 2) }
        reminders { minutesBefore on time timeZone }
        spans { start end kind text meaning }
      }
    }`,
    variables,
  )
}

async function createList(person: Person, name: string): Promise<string> {
  return (await runMutation(person, 'createList', { name }, 'list { id }')).list.id
}

const today = (zone: string) => Temporal.Now.plainDateISO(zone)

test('A line becomes a task with everything it says', async () => {
  await createList(ada, 'Home')
  await runMutation(ada, 'createTag', { name: 'Admin' }, 'tag { id }')
  const { task, newTags } = await add(
    ada,
    'Pay rent every 1st 9am #home !high @admin @bank starting 2030-01-15',
  )
  expect(task).toMatchObject({
    title: 'Pay rent',
    startOn: null,
    dueOn: '2030-02-01',
    dueTime: '09:00',
    dueTimeZone: 'UTC',
    priority: 'HIGH',
    list: { name: 'Home' },
    tags: [{ name: 'Admin' }, { name: 'bank' }],
    recurrence: { rule: 'FREQ=MONTHLY;BYMONTHDAY=1', basis: 'SCHEDULE' },
  })
  expect(newTags).toEqual([{ name: 'bank' }])
})

test('A task rings when its line says, from the moment that it is there', async () => {
  const text = 'Dentist 2030-01-15 2pm remind me 1 day before and at 9am'
  const reminders = [
    { minutesBefore: 1440, on: null, time: null, timeZone: null },
    { minutesBefore: null, on: '2030-01-15', time: '09:00', timeZone: 'UTC' },
  ]
  const read = await parse(ada, { text })
  expect(read.parseQuickAdd).toMatchObject({ title: 'Dentist', reminders, issues: [] })
  const { task, spans } = await add(ada, { text, idempotencyKey: 'dentist' })
  expect(task).toMatchObject({ title: 'Dentist', dueOn: '2030-01-15', reminders })
  expect(spans).toContainEqual({
    kind: 'REMINDER',
    text: 'remind me 1 day before and at 9am',
    meaning: 'remind 1 day before and Tue 15 Jan 2030 09:00',
  })
  const again = await add(ada, { text, idempotencyKey: 'dentist' })
  expect(again.task).toEqual(task)
  const ignore = { kinds: ['REMINDER'], ranges: [{ start: 25, end: 56 }] }
  const plain = await add(ada, { text, ignore })
  expect(plain.task).toMatchObject({
    title: 'Dentist remind me 1 day before and at 9am',
    dueTime: '14:00',
    reminders: [],
  })
})

test('Days are those of the person’s own zone, and weeks begin on the person’s first day', async () => {
  // It is another day on one side of the globe than on the other.
  for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    await runMutation(bob, 'updateMe', { timeZone: zone, weekStartsOn: 'SUNDAY' }, 'user { id }')
    const [before, { task }] = [today(zone), await add(bob, 'Call Anna tomorrow 11:59pm')]
    const days = [before, today(zone)].map((day) => day.add({ days: 1 }).toString())
    expect(days).toContain(task.dueOn)
    expect(task).toMatchObject({ dueTime: '23:59', dueTimeZone: zone })
  }
  const { task } = await add(bob, 'Sweep every 2 weeks on sunday from 2030-01-01')
  expect(task.recurrence.rule).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU')
})

test('The person’s date format decides which day 3/4/2030 is', async () => {
  const read = async (dateStyle: string) => {
    await runMutation(bob, 'updateMe', { dateStyle }, 'user { id }')
    return (await parse(bob, { text: 'Sign 3/4/2030' })).parseQuickAdd.dueOn
  }
  expect(await read('DAY_FIRST')).toBe('2030-04-03')
  expect(await read('MONTH_FIRST')).toBe('2030-03-04')
  expect(await read('AUTO')).toBeNull()
})

test('What the line doesn’t say is as the input says', async () => {
  const listId = await createList(ada, 'Garden')
  const { tag } = await runMutation(ada, 'createTag', { name: 'water' }, 'tag { id }')
  const context = { listId, dueOn: '2030-05-01', tagIds: [tag.id] }
  const inContext = await add(ada, { ...context, text: 'Weed the beds 5pm' })
  expect(inContext.task).toMatchObject({
    ...{ title: 'Weed the beds', dueOn: '2030-05-01', dueTime: '17:00' },
    ...{ list: { name: 'Garden' }, tags: [{ name: 'water' }] },
  })
  const elsewhere = await add(ada, { ...context, text: 'Weed the beds 2031-06-01 #home @hoe' })
  expect(elsewhere.task).toMatchObject({
    ...{ dueOn: '2031-06-01', list: { name: 'Home' }, tags: [{ name: 'hoe' }, { name: 'water' }] },
  })
  const under = await add(ada, { text: 'Buy seeds', parentId: inContext.task.id })
  expect(under.task).toMatchObject({ parent: { id: inContext.task.id }, list: { name: 'Garden' } })
})

test('A list that doesn’t exist, or is in the trash, stays text', async () => {
  const id = await createList(ada, 'Attic')
  await runMutation(ada, 'deleteList', { id }, 'list { id }')
  expect((await add(ada, 'Clean it #attic #cellar')).task).toMatchObject({
    title: 'Clean it #attic #cellar',
    list: { name: 'Inbox' },
  })
})

test('Of two lists with one name the one that isn’t archived is used', async () => {
  const id = await createList(ada, 'Twin')
  await runMutation(ada, 'archiveList', { id }, 'list { id }')
  const other = await createList(ada, 'TWIN')
  const { task } = await add(ada, 'Call the doctor #twin')
  expect([task.list.name, other]).toEqual(['TWIN', expect.any(String)])
})

test('Only one’s own lists and tags are known', async () => {
  await createList(bob, 'Bob’s place')
  await runMutation(bob, 'createTag', { name: 'bobs' }, 'tag { id }')
  const { task, newTags } = await add(ada, 'Visit #"Bob’s place" @bobs')
  expect(task).toMatchObject({ title: 'Visit #"Bob’s place"', list: { name: 'Inbox' } })
  expect(newTags).toEqual([{ name: 'bobs' }])
})

test('What is ignored stays text, in reading and in adding', async () => {
  const text = 'Watch Friday on 2030-01-31 @film'
  const ignore = { kinds: ['TAG'], ranges: [{ start: 13, end: 26 }] }
  const { parseQuickAdd } = await parse(ada, { text, ignore })
  const { task, newTags, spans } = await add(ada, { text, ignore })
  expect(task.title).toBe(parseQuickAdd.title)
  expect(parseQuickAdd.title).toBe('Watch on 2030-01-31 @film')
  expect(newTags).toEqual([])
  expect(spans.map((span: Json) => span.text)).toEqual(['Friday'])
})

test('Reading a line creates nothing, and says what adding it would create', async () => {
  const before = await ada.data('{ tags(first: 100) { nodes { name } } tasks { totalCount } }')
  const text = 'Swim every! 3 days from 2030-01-31 @pool @Admin'
  const { parseQuickAdd: read } = await parse(ada, { text })
  expect(read).toMatchObject({
    title: 'Swim',
    dueOn: '2030-01-31',
    priority: 'NONE',
    list: null,
    tags: [
      { name: 'pool', tag: null },
      { name: 'Admin', tag: { name: 'Admin' } },
    ],
    recurrence: {
      rule: 'FREQ=DAILY;INTERVAL=3',
      basis: 'COMPLETION',
      nextOccurrences: ['2030-02-03', '2030-02-06'],
    },
    issues: [],
  })
  for (const span of read.spans) expect(text.slice(span.start, span.end)).toBe(span.text)
  expect(await ada.data('{ tags(first: 100) { nodes { name } } tasks { totalCount } }')).toEqual(
    before,
  )
})

test('A line without a title is refused at the text, and nothing is created', async () => {
  const refused = await tryMutation(ada, 'quickAdd', { text: '@brandnew tomorrow' })
  expect(refusalOf(refused)).toMatchObject({ code: 'BAD_USER_INPUT', paths: ['input.text'] })
  const { parseQuickAdd } = await parse(ada, { text: '@brandnew tomorrow' })
  expect(parseQuickAdd.issues).toEqual([expect.stringContaining('no title is left')])
  const { tags } = await ada.data('{ tags(first: 100) { nodes { name } } }')
  expect(tags.nodes.map((tag: Json) => tag.name)).not.toContain('brandnew')
})

test.each([
  ['nothing', 'BAD_USER_INPUT', ''],
  ['what shows nothing', 'BAD_USER_INPUT', '\u2800 \ufffc'],
  ['more than 1,000 characters', 'BAD_USER_INPUT', 'x'.repeat(1_001)],
  ['a title of more than 500', 'BAD_USER_INPUT', 'x'.repeat(501)],
  [
    'more than 50 tags',
    'LIMIT_EXCEEDED',
    `x ${Array.from({ length: 51 }, (_, nth) => `@t${nth}`).join(' ')}`,
  ],
])('A text of %s is refused at its field', async (_name, code, text) => {
  const refused = await tryMutation(ada, 'quickAdd', { text })
  expect(refusalOf(refused)).toMatchObject({ code, paths: ['input.text'] })
})

test('Two lines and a tab are read as one line', async () => {
  const text = 'Call\tMum\ntomorrow'
  const { parseQuickAdd: read } = await parse(ada, { text })
  expect(read).toMatchObject({ title: 'Call Mum', issues: [] })
  const made = await runMutation(ada, 'quickAdd', { text }, 'task { title dueOn }')
  expect(made.task).toEqual({ title: 'Call Mum', dueOn: read.dueOn })
  expect(read.dueOn).not.toBeNull()
})

test('A query’s refusal names its argument', async () => {
  const answer = await ada.gql('{ parseQuickAdd(text: "\\u2800") { title } }')
  expect(refusalOf(answer)).toMatchObject({ code: 'BAD_USER_INPUT', paths: ['text'] })
})

test('A tag isn’t created when the task can’t be', async () => {
  const refused = await tryMutation(ada, 'quickAdd', { text: 'x @orphan', listId: randomUUID() })
  expect(refusalOf(refused)).toMatchObject({ code: 'NOT_FOUND', paths: ['input.listId'] })
  const { tags } = await ada.data('{ tags(first: 100) { nodes { name } } }')
  expect(tags.nodes.map((tag: Json) => tag.name)).not.toContain('orphan')
})

test('The same key returns the first answer, on any day', async () => {
  const input = { text: 'Stretch tomorrow @fit', idempotencyKey: randomUUID() }
  const first = await tryMutation(ada, 'quickAdd', input, payload)
  expect(bytesOf(await tryMutation(ada, 'quickAdd', input, payload))).toBe(bytesOf(first))
})

test('One undo removes the task and the tags that were created for it', async () => {
  const { task, mutationId } = await add(ada, 'Juggle @circus')
  await runMutation(ada, 'undo', { mutationId }, 'mutationId')
  const { tags } = await ada.data('{ tags(first: 100) { nodes { name } } }')
  expect(tags.nodes.map((tag: Json) => tag.name)).not.toContain('circus')
  expect(await ada.data('query($id: ID!) { task(id: $id) { id } }', { id: task.id })).toEqual({
    task: null,
  })
})

test('More ignored ranges than a line can need are refused, and kinds count once', async () => {
  const range = { start: 0, end: 1 }
  const many = (count: number) => Array.from({ length: count }, () => range)
  const text = 'x Pay rent today !high'
  const kinds = Array.from({ length: 1_000 }, () => 'PRIORITY')
  const { parseQuickAdd: read } = await parse(ada, {
    text,
    ignore: { kinds, ranges: many(100) },
  })
  expect(read.spans).toMatchObject([{ kind: 'DATE', text: 'today' }])
  const refused = refusalOf(
    await tryMutation(ada, 'quickAdd', { text, ignore: { ranges: many(101) } }),
  )
  expect(refused).toMatchObject({ code: 'BAD_USER_INPUT', paths: ['input.ignore.ranges'] })
  await expect(parse(ada, { text, ignore: { ranges: many(1_000) } })).rejects.toThrow(
    'At most 100 ranges of a line can stay text, found 1000',
  )
  await expect(parse(ada, { text, ignore: { ranges: many(30_000) } })).rejects.toThrow(
    'A list of an input has at most 1,000 items',
  )
})
