import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { addTasks, changeTask, getInboxId, insertList } from '../support/task-operations.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

const inbox = await getInboxId(ada)
const home = await insertList(app.owner, ada, 'Home')
const [, done, trashed] = await addTasks(ada, 'open', 'done', 'trashed')
await changeTask(ada, 'completeTask', { id: done?.id })
await changeTask(ada, 'deleteTask', { id: trashed?.id })
await changeTask(ada, 'createTask', { title: 'home', listId: home })
const homeDone = await changeTask(ada, 'createTask', { title: 'home done', listId: home })
await changeTask(ada, 'completeTask', { id: homeDone.id })

const all = ['done', 'home', 'home done', 'open']

test.each<[unknown, string[]]>([
  [undefined, all],
  [null, all],
  [{}, all],
  [{ completed: {} }, all],
  [{ completed: { eq: true } }, ['done', 'home done']],
  [{ completed: { eq: false } }, ['home', 'open']],
  [{ completed: { neq: true } }, ['home', 'open']],
  [{ completed: { eq: true, neq: true } }, []],
  [{ completed: { eq: true, neq: false } }, ['done', 'home done']],
  [{ listId: {} }, all],
  [{ listId: { eq: home } }, ['home', 'home done']],
  [{ listId: { eq: home.toUpperCase() } }, ['home', 'home done']],
  [{ listId: { in: [home, inbox] } }, all],
  [{ listId: { in: [home, home] } }, ['home', 'home done']],
  [{ listId: { in: [] } }, []],
  [{ listId: { eq: home, in: [inbox] } }, []],
  [{ listId: { eq: randomUUID() } }, []],
  [{ listId: { eq: home }, completed: { eq: true } }, ['home done']],
])('the filter %j finds %j, in nodes and in the count', async (filter, titles) => {
  const { tasks } = await ada.data(
    'query ($filter: TaskFilter) { tasks(filter: $filter) { totalCount nodes { title } } }',
    { filter },
  )
  expect(tasks.nodes.map((task: { title: string }) => task.title).sort()).toEqual(titles)
  expect(tasks.totalCount).toBe(titles.length)
})

test.each(['', 'inbox', '\u0000', "' or true --"])(
  'the list id "%s" matches nothing or is refused',
  async (id) => {
    for (const listId of [{ eq: id }, { in: [id] }, { in: [id, home] }]) {
      const answer = await ada.gql(
        'query ($filter: TaskFilter) { tasks(filter: $filter) { nodes { list { id } } } }',
        { filter: { listId } },
      )
      const lists = answer.data?.tasks.nodes.map((task: { list: { id: string } }) => task.list.id)
      for (const found of lists ?? []) expect(found).toBe(home)
      if (!lists) expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
    }
  },
)
