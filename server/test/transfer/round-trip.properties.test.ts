import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Json } from '../support/ask.ts'
import type { Person } from '../support/person.ts'
import { type RandomStep, randomSteps, readTables, takeStep } from '../support/random-mutations.ts'
import { runMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'
import { exportJsonFrom, importInto } from '../support/transfer.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

async function createAccount(steps: readonly RandomStep[]): Promise<Person> {
  const person = await app.createPerson('ada')
  for (const step of steps) await takeStep(person, step, await readTables(app.owner, person.userId))
  return person
}

/** The file without when and for whom it was made, and with the inbox under one name, wherever it is. */
function normalize(file: Json): Json {
  const inbox = file.lists.find((list: Json) => list.isInbox).id
  const text = JSON.stringify({ ...file, exportedAt: '', syncCursor: '' }).replaceAll(
    inbox,
    'inbox',
  )
  return JSON.parse(text)
}

/** Every logged row, with the inbox under one name. */
async function readRows({ userId }: Person): Promise<string[]> {
  const rows = [...(await readTables(app.owner, userId)).values()]
  const inbox = rows.find((row) => row.is_inbox).id
  return rows.map((row) => JSON.stringify(row).replaceAll(inbox, 'inbox')).sort()
}

const some = randomSteps({ minLength: 5, maxLength: 40 })

test('an export imported into an empty account gives the same export', async () => {
  await fc.assert(
    fc.asyncProperty(some, async (steps) => {
      const person = await createAccount(steps)
      const file = await exportJsonFrom(app.url, person)
      const empty = await app.createPerson('empty')
      const { status, body } = await importInto(app.url, empty, file, '?profile=true')
      expect(body).toMatchObject({ data: {} })
      expect(status).toBe(200)
      expect(normalize(await exportJsonFrom(app.url, empty))).toEqual(normalize(file))
      // What neither file told would be missing in both.
      expect(await readRows(empty)).toEqual(await readRows(person))
    }),
    { numRuns: 15 },
  )
}, 120_000)

test('importing an export again changes nothing, in any account that has it', async () => {
  await fc.assert(
    fc.asyncProperty(some, async (steps) => {
      const person = await createAccount(steps)
      const file = await exportJsonFrom(app.url, person)
      const other = await app.createPerson('other')
      await importInto(app.url, other, file)
      for (const owner of [person, other]) {
        const before = await readTables(app.owner, owner.userId)
        const { body } = await importInto(app.url, owner, file)
        expect(body.data).toMatchObject({ tasks: { added: 0 }, mutationId: null })
        expect(await readTables(app.owner, owner.userId)).toEqual(before)
      }
    }),
    { numRuns: 8 },
  )
}, 120_000)

test('an export imported into an account with other things adds to them, and changes none', async () => {
  await fc.assert(
    fc.asyncProperty(some, some, some, async (first, later, others) => {
      // The account goes on after the export, and another one has a life of its own.
      const person = await createAccount(first)
      const file = await exportJsonFrom(app.url, person)
      for (const step of later)
        await takeStep(person, step, await readTables(app.owner, person.userId))
      const stranger = await createAccount(others)
      await runMutation(stranger, 'createTask', { title: 'Own' }, 'mutationId')
      for (const owner of [person, stranger]) {
        const before = await readTables(app.owner, owner.userId)
        const { status, body } = await importInto(app.url, owner, file)
        expect(status, JSON.stringify(body)).toBe(200)
        const after = await readTables(app.owner, owner.userId)
        for (const [key, row] of before) expect(after.get(key), key).toEqual(row)
        for (const task of file.tasks) expect(after.has(`task:${task.id}`)).toBe(true)
        // What came in can go out and in again: nothing is where it can't be.
        const whole = await exportJsonFrom(app.url, owner)
        const again = await importInto(app.url, await app.createPerson('empty'), whole)
        expect(again.status, JSON.stringify(again.body)).toBe(200)
      }
    }),
    { numRuns: 8 },
  )
}, 180_000)
