import { afterAll, expect, test } from 'vitest'
import { codesOf } from '../support/ask.ts'
import { refusal, runMutation, tryMutation } from '../support/run-mutation.ts'
import { changeTask, create, readTask, taskPayload } from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

const issuePaths = (answer: Awaited<ReturnType<typeof tryMutation>>) =>
  answer.errors?.[0]?.extensions.issues?.map((issue) => issue.path.join('.')).sort()

test.each([
  ['empty', ''],
  ['white space', ' \t '],
  ['invisible', '\u200b\u2060'],
  ['empty Braille cells', '\u2800\u{1d159}\ufffc'],
  ['half a character', 'a\ud83d'],
  ['501 characters', 'x'.repeat(501)],
])('A title is refused: %s', async (_name, title) => {
  const answer = await tryMutation(ada, 'createTask', { title }, taskPayload)
  expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
  expect(issuePaths(answer)).toEqual(['input.title'])
})

test.each([
  ['500 characters beyond the basic plane', '𝕏'.repeat(500)],
  ['emoji of several code points', '👩🏽‍🚒 check 🇺🇳'],
  ['Arabic with marks', 'اشترِ الخبزَ'],
  ['quotes, backslashes and SQL', `'; drop table task; -- \\ "x" $1 %s`],
  ['markup', '<img src=x onerror=alert(1)>'],
])('A title is kept unchanged: %s', async (_name, title) => {
  const { id } = await create(ada, { title })
  expect((await readTask(ada, id)).title).toBe(title)
})

test('Invisible characters are removed from pasted text', async () => {
  const input = { title: 'a\tb\r\nc\0\u2028d', description: 'un\u0085deux\u000btrois\0\u2029' }
  const { id, title, description } = await create(ada, input)
  expect({ title, description }).toEqual({ title: 'a b c d', description: 'un\ndeux\ntrois\n' })
  const changed = await changeTask(ada, 'updateTask', { id, title: 'e\n\nf', description: 'a\0' })
  expect(changed).toMatchObject({ title: 'e f', description: 'a' })
})

test('Texts are stored in one Unicode form, without white space around a title', async () => {
  const input = { title: '  Cafe\u0301  ', description: 'un\r\ndeux\rtrois' }
  const { title, description } = await create(ada, input)
  expect({ title, description }).toEqual({ title: 'Caf\u00e9', description: 'un\ndeux\ntrois' })
})

test('A description of fifty thousand characters is stored, one more is refused, an empty one is null', async () => {
  const long = await create(ada, { title: 'a', description: 'é'.repeat(50_000) })
  expect(long.description).toHaveLength(50_000)
  const tooLong = await tryMutation(
    ada,
    'createTask',
    {
      title: 'a',
      description: 'é'.repeat(50_001),
    },
    taskPayload,
  )
  expect(issuePaths(tooLong)).toEqual(['input.description'])
  const empty = await create(ada, { title: 'a', description: '' })
  expect(empty.description).toBeNull()
})

test('Null clears a description, and an empty one is null', async () => {
  const { id } = await create(ada, { title: 'Task', description: 'note' })
  expect(await changeTask(ada, 'updateTask', { id, description: null })).toMatchObject({
    description: null,
  })
  await changeTask(ada, 'updateTask', { id, description: 'again' })
  expect(await changeTask(ada, 'updateTask', { id, description: '' })).toMatchObject({
    description: null,
  })
})

test('A description that was changed since its base keeps both changes', async () => {
  const { id } = await create(ada, { title: 'Shop', description: '- [ ] milk\n- [ ] bread' })
  const base = '- [ ] milk\n- [ ] bread'
  await writeNotes(id, '- [x] milk\n- [ ] bread', base)
  const second = await writeNotes(id, '- [ ] milk\n- [x] bread', base)
  expect(second).toEqual({
    bothDescriptionsKept: false,
    task: { description: '- [x] milk\n- [x] bread' },
  })
})

test('Two changes of the same range of a description are both kept, and the answer says so', async () => {
  const { id } = await create(ada, { title: 'Notes', description: 'base' })
  await writeNotes(id, 'base FROM-ONE', 'base')
  expect(await writeNotes(id, 'base FROM-TWO', 'base')).toEqual({
    bothDescriptionsKept: true,
    task: { description: 'base FROM-ONE\nbase FROM-TWO' },
  })
})

test('A description without a base replaces the stored one', async () => {
  const { id } = await create(ada, { title: 'Notes', description: 'theirs' })
  expect(await writeNotes(id, 'mine')).toEqual({
    bothDescriptionsKept: false,
    task: { description: 'mine' },
  })
})

test('Both changes together are refused with the name of the field if they are too long', async () => {
  const { id } = await create(ada, { title: 'Notes', description: 'base' })
  await writeNotes(id, 'a'.repeat(30_000), 'base')
  const input = { id, description: 'b'.repeat(30_000), descriptionBase: 'base' }
  expect(await refusal(ada, 'updateTask', input)).toEqual({
    code: 'BAD_USER_INPUT',
    paths: ['input.description'],
  })
})

/** Changes the notes, made from `descriptionBase`. */
async function writeNotes(id: string, description: string, descriptionBase?: string) {
  const input = { id, description, ...(descriptionBase !== undefined && { descriptionBase }) }
  const selection = 'bothDescriptionsKept task { description }'
  const { mutationId: _, ...result } = await runMutation(ada, 'updateTask', input, selection)
  return result
}
