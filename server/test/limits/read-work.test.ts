import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { type Answer, codesOf } from '../support/ask.ts'
import type { Person } from '../support/person.ts'
import { waitFor } from '../support/server-process.ts'
import { startTestApp } from '../support/test-app.ts'

// Reading from the database is work, whether its result is returned or not.

const app = await startTestApp({ exactBudget: true })
afterAll(() => app[Symbol.asyncDispose]())
const poor = await startTestApp({
  exactBudget: true,
  env: { BUDGET_POINTS: '3000', QUERY_MAX_COST: '1000' },
})
afterAll(() => poor[Symbol.asyncDispose]())

const create = 'mutation ($input: CreateTasksInput!) { createTasks(input: $input) { mutationId } }'
const update = 'mutation ($input: UpdateTaskInput!) { updateTask(input: $input) { mutationId } }'
const description = 'x'.repeat(50_000)
const page = 'tasks(first: 20) { nodes { id } }'

/** A million characters of notes. */
async function writeNotes(person: Person): Promise<void> {
  for (let half = 0; half < 2; half += 1) {
    const tasks = Array.from({ length: 10 }, () => ({ title: 'Long', description }))
    await person.data(create, { input: { tasks } })
  }
}

const pointsOf = (answer: Answer) => Number(answer.headers.get('ratelimit-remaining'))

const { ada } = await app.createPeople('ada')
await writeNotes(ada)

test('descriptions that are read are charged even if they aren’t requested', async () => {
  for (let sent = 0; sent < 3; sent += 1) {
    const before = pointsOf(await ada.gql('{ rateLimit { cost } }'))
    const spent = before - pointsOf(await ada.gql(`{ ${page} }`))
    expect(spent).toBeGreaterThan(1_000)
    expect(spent).toBeLessThan(1_050)
  }
})

test('an operation that reads too much is stopped with the figure', async () => {
  const pages = Array.from({ length: 20 }, (_, nth) => `a${nth}: ${page}`)
  for (let sent = 0; sent < 3; sent += 1) {
    const answer = await ada.gql(`{ ${pages.join(' ')} }`)
    expect(codesOf(answer)).toEqual(['QUERY_TOO_COMPLEX'])
    expect(answer.errors?.[0]?.message).toContain('to read more than 20,000,000 characters')
    expect(answer.data ?? null).toBeNull()
  }
  expect((await ada.gql(`{ ${pages.slice(0, 15).join(' ')} }`)).errors).toBeUndefined()
})

test('an operation that waits for others of the same person isn’t begun when those have used up the budget', async () => {
  const { bea } = await poor.createPeople('bea')
  await bea.data('mutation { createTask(input: { title: "Long" }) { mutationId } }')
  // Writing as much costs more than she has.
  await poor.owner
    .updateTable('task')
    .set({ description: description.repeat(20) })
    .where('user_id', '=', bea.userId)
    .execute()
  const holding = await poor.owner.startTransaction().execute()
  await sql`lock table task in access exclusive mode`.execute(holding)
  const asked = Array.from({ length: 60 }, () => bea.gql(`{ ${page} }`))
  await waitFor('That all are paid for', async () =>
    pointsOf(await bea.gql('{ rateLimit { cost } }')) < 3_000 - 60 * 22 ? true : undefined,
  )
  await holding.rollback().execute()
  const answers = await Promise.all(asked)
  const refused = answers.filter((answer) => answer.status === 429)
  const answered = answers.filter((answer) => answer.status === 200)
  expect(answered.length).toBeGreaterThan(1)
  // Sixteen were begun at the same time.
  expect(answered.length).toBeLessThan(25)
  expect(refused.length).toBe(answers.length - answered.length)
  expect(refused.flatMap(codesOf)).toContain('RATE_LIMITED')
})

test('an undo reads the current state, and not all states in between', async () => {
  const { cid } = await app.createPeople('cid')
  const one = 'mutation { createTask(input: { title: "One" }) { mutationId task { id } } }'
  const { mutationId, task } = (await cid.data(one)).createTask
  for (let nth = 0; nth < 15; nth += 1)
    await cid.data(update, { input: { id: task.id, description: `${nth}${description.slice(9)}` } })
  const before = pointsOf(await cid.gql('{ rateLimit { cost } }'))
  const answer = await cid.gql(
    `mutation { undo(input: { mutationId: "${mutationId}" }) { mutationId } }`,
  )
  expect(codesOf(answer)).toEqual(['CONFLICT'])
  expect(before - pointsOf(answer)).toBeLessThan(200)
})
