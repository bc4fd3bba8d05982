import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchText } from '../../src/domain/text/search-words.ts'
import { findTasks } from '../../src/tasks/task.queries.ts'
import { updateContents } from '../../src/tasks/write/task-write.queries.ts'
import {
  openUserDatabases,
  type TestUser,
  type TestUserDatabases,
} from '../support/user-databases.ts'

let world: TestUserDatabases
let ada: TestUser

beforeAll(async () => {
  world = await openUserDatabases()
  ada = await world.createUser()
  await ada.insertTasks([{ title: 'one' }, { title: 'two' }, { title: 'three' }])
})
afterAll(() => world[Symbol.asyncDispose]())

// So few that most edits keep some, and move some from the title into the notes.
const text = fc
  .array(fc.constantFrom('milk', 'bread', 'tea', 'jam', 'müsli', '🙂'), { minLength: 1 })
  .map((words) => words.join(' '))
const contents = fc.record({ title: text, description: fc.option(text) })

test('a task is found by the words that its texts have now, and by no others', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(contents, { minLength: 1, maxLength: 3 }), async (edits) => {
      const ids = await ada.read((db) => db.selectFrom('task').select('id').execute())
      const tasks = await ada.read((db) =>
        findTasks(
          db,
          ids.map(({ id }) => id),
        ),
      )
      const edited = edits.flatMap((edit, nth) => {
        const task = tasks[nth]
        return task ? [{ ...task, ...edit }] : []
      })
      await ada.change((db) => updateContents(db, edited))
      for (const { id, title, description } of edited)
        expect(await listWords(id)).toEqual(wordsOf(searchText(title, description)))
    }),
    { numRuns: 60 },
  )
})

async function listWords(taskId: string): Promise<Record<string, number>> {
  const rows = await ada.read((db) =>
    db.selectFrom('task_word').select(['word', 'weight']).where('task_id', '=', taskId).execute(),
  )
  return Object.fromEntries(rows.map(({ word, weight }) => [word, weight]))
}

/** A word in the title counts as 2, one that is only in the notes as 1. */
function wordsOf(search: string): Record<string, number> {
  const [title = '', notes = ''] = search.split('\n')
  const weigh = (line: string, weight: number) =>
    line.split(' ').flatMap((word) => (word ? [[word, weight]] : []))
  return Object.fromEntries([...weigh(notes, 1), ...weigh(title, 2)])
}
