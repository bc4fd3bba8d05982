import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { maxSubtaskDepth } from '../../src/domain/limits.ts'
import { searchText } from '../../src/domain/text/search-words.ts'
import type { Json } from '../support/ask.ts'
import type { Person } from '../support/person.ts'
import {
  keyOf,
  normalize,
  randomSteps,
  readTables,
  type TableState,
  takeStep,
} from '../support/random-mutations.ts'
import { runMutation, tryMutation } from '../support/run-mutation.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const runs = Number(process.env.PROPERTY_RUNS ?? 8)

let app: TestApp
let nth = 0

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app?.[Symbol.asyncDispose]())

/** A person who has a few objects already, so that a random step finds something to do. */
async function createPerson(): Promise<Person> {
  nth += 1
  const person = await app.createPerson(`person${nth}`)
  await runMutation(person, 'createList', { name: 'Second' }, 'mutationId')
  const { tag } = await runMutation(person, 'createTag', { name: 'first' }, 'tag { id }')
  await runMutation(person, 'createTag', { name: 'second' }, 'mutationId')
  const parent = { title: 'Parent', tagIds: [tag.id] }
  const { task } = await runMutation(person, 'createTask', parent, 'task { id }')
  for (const title of ['One', 'Two'])
    await runMutation(person, 'createTask', { title, parentId: task.id }, 'mutationId')
  return person
}

test('folding the log gives the tables, and its numbers have no gaps', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(randomSteps({ minLength: 20, maxLength: 60 }), async (steps) => {
      const person = await createPerson()
      let state = await readTables(app.owner, person.userId)
      for (const step of steps) {
        await takeStep(person, step, state)
        state = await readTables(app.owner, person.userId)
      }
      const log = await readLog(person.userId)
      expect(log.map(({ seq }) => Number(seq))).toEqual(log.map((_, index) => index + 1))
      expect(fold(log)).toEqual(state)
    }),
    { numRuns: runs, endOnFailure: true },
  )
})

test('undoing a random suffix gives the earlier state exactly, redoing it the later one', {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      randomSteps({ minLength: 15, maxLength: 50 }),
      fc.nat(60),
      async (steps, back) => {
        const person = await createPerson()
        const states = [await readTables(app.owner, person.userId)]
        const mutations: string[] = []
        for (const step of steps) {
          const mutationId = await takeStep(person, step, states.at(-1) as TableState)
          const state = await readTables(app.owner, person.userId)
          if (mutationId === undefined) continue
          // A mutation without changes isn't in the log, and can't be undone.
          if (!(await isLogged(mutationId))) expect(state).toEqual(states.at(-1))
          else {
            mutations.push(mutationId)
            states.push(state)
          }
        }
        const kept = Math.max(0, mutations.length - (back % (mutations.length + 1)))
        const suffix = mutations.slice(kept)
        for (const mutationId of suffix.toReversed())
          await runMutation(person, 'undo', { mutationId }, 'mutationId')
        expect(await readState(person)).toEqual(withoutUpdatedAt(states[kept]))
        for (const mutationId of suffix)
          await runMutation(person, 'redo', { mutationId }, 'mutationId')
        expect(await readState(person)).toEqual(withoutUpdatedAt(states.at(-1)))
        expect(fold(await readLog(person.userId))).toEqual(
          await readTables(app.owner, person.userId),
        )
        await expectWordsOfTexts(person.userId)
      },
    ),
    { numRuns: runs, endOnFailure: true },
  )
})

test('undoing any mutation restores it or says why not, and leaves a valid state', {
  timeout: 300_000,
}, async () => {
  const choice = fc.record({ undo: fc.boolean(), nth: fc.nat(100), after: fc.nat(4) })
  await fc.assert(
    fc.asyncProperty(
      randomSteps({ minLength: 15, maxLength: 40 }),
      fc.array(choice, { minLength: 10, maxLength: 20, size: 'max' }),
      async (steps, choices) => {
        const person = await createPerson()
        const rest = [...steps]
        const mutations: string[] = []
        let state = await readTables(app.owner, person.userId)
        const doSome = async (count: number) => {
          for (const step of rest.splice(0, count)) {
            const mutationId = await takeStep(person, step, state)
            state = await readTables(app.owner, person.userId)
            expectSound(state)
            if (mutationId && (await isLogged(mutationId))) mutations.push(mutationId)
          }
        }
        await doSome(10)
        for (const { undo, nth, after } of choices) {
          const mutationId = mutations[nth % mutations.length]
          if (mutationId === undefined) continue
          const answer = await tryMutation(person, undo ? 'undo' : 'redo', { mutationId })
          const now = await readTables(app.owner, person.userId)
          if (answer.errors) {
            expect(answer.errors[0]?.extensions.code, answer.text).toBe('CONFLICT')
            expect(now).toEqual(state)
          }
          state = now
          expectSound(state)
          await doSome(after)
        }
        expect(fold(await readLog(person.userId))).toEqual(state)
      },
    ),
    { numRuns: runs, endOnFailure: true },
  )
})

/** What no mutation may leave behind. */
function expectSound(state: TableState): void {
  for (const [key, task] of state) {
    if (!key.startsWith('task:')) continue
    const parent = task.parent_id && state.get(`task:${task.parent_id}`)
    if (task.deleted_at === null) {
      expect(state.get(`list:${task.list_id}`).deleted_at).toBeNull()
      if (parent) expect(parent.deleted_at).toBeNull()
      if (parent && task.completed_at === null) expect(parent.completed_at).toBeNull()
    }
    if (parent) expect(parent.list_id).toBe(task.list_id)
    let depth = 0
    for (let up = parent; up; up = up.parent_id && state.get(`task:${up.parent_id}`)) {
      depth += 1
      expect(depth).toBeLessThanOrEqual(maxSubtaskDepth)
    }
  }
}

type LogLine = {
  seq: number
  entity: string
  before: Json
  after: Json
}

function readLog(userId: string): Promise<LogLine[]> {
  return app.owner
    .selectFrom('change')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('seq')
    .execute() as never
}

async function isLogged(mutationId: string): Promise<boolean> {
  const line = await app.owner
    .selectFrom('change')
    .select('seq')
    .where('mutation_id', '=', mutationId)
    .executeTakeFirst()
  return line !== undefined
}

function fold(log: readonly LogLine[]): TableState {
  const state: TableState = new Map()
  for (const { entity, before, after } of log) {
    if (after) state.set(keyOf(entity, after), normalize(after))
    else state.delete(keyOf(entity, before))
  }
  return state
}

async function readState(person: Person) {
  return withoutUpdatedAt(await readTables(app.owner, person.userId))
}

// The time of the last change is no part of the state, because an undo is a change as well.
function withoutUpdatedAt(state: TableState = new Map()): TableState {
  return new Map([...state].map(([key, { updated_at: _, ...row }]) => [key, row]))
}

async function expectWordsOfTexts(userId: string): Promise<void> {
  const rows = await app.owner
    .selectFrom('task')
    .select(['title', 'description', 'search_text'])
    .where('user_id', '=', userId)
    .execute()
  for (const { title, description, search_text } of rows)
    expect(search_text).toBe(searchText(title, description))
}
