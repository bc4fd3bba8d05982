import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { createUserDatabases, type UserDatabase } from '../../src/db/user-database.ts'
import { ask } from '../support/ask.ts'
import type { Person } from '../support/person.ts'
import { connectAsOwner, startTestApp } from '../support/test-app.ts'

// Many people, few connections, and every possible failure in between: each person sees all of
// their own rows and no others.

const crowd = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7'] as const
const runs = { numRuns: 12, endOnFailure: true }

describe.each(['policies-only', 'scoping-only', 'scoping-and-policies'] as const)(
  'with %s',
  async (isolation) => {
    const app = await startTestApp({ isolation, env: { DATABASE_POOL_SIZE: '3' } })
    afterAll(() => app[Symbol.asyncDispose]())
    const people = Object.values(await app.createPeople(...crowd))
    for (const person of people)
      await person.data(
        `mutation { createTask(input: { title: "${person.name}" }) { task { id } } }`,
      )

    const read = '{ me { id } tasks(first: 100) { nodes { title } } }'

    const expectOwn = (person: Person, titles: readonly string[]) => {
      expect(new Set(titles)).toEqual(new Set([person.name]))
    }

    /** What a person may do over HTTP; each checks the answer. */
    const acts = {
      async read(person: Person) {
        const { me, tasks } = await person.data(read)
        expect(me.id).toBe(person.userId)
        expectOwn(
          person,
          tasks.nodes.map((task: { title: string }) => task.title),
        )
      },
      async write(person: Person) {
        const id = randomUUID()
        const variables = { input: { id, title: person.name } }
        const create =
          'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { title list { id } } } }'
        expectOwn(person, [(await person.data(create, variables)).createTask.task.title])
        const remove = 'mutation ($id: ID!) { deleteTask(input: { id: $id }) { task { title } } }'
        expectOwn(person, [(await person.data(remove, { id })).deleteTask.task.title])
      },
      async failInTheDatabase(person: Person) {
        const input = { title: person.name, listId: randomUUID() }
        const create =
          'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }'
        const answer = await person.gql(create, { input })
        expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
      },
      async goAway(person: Person) {
        const headers = {
          authorization: `Bearer ${person.token}`,
          'content-type': 'application/json',
        }
        const signal = AbortSignal.timeout(3)
        const body = JSON.stringify({ query: read })
        await fetch(`${app.url}/graphql`, { method: 'POST', headers, body, signal }).catch(() => {})
      },
      async comeWithoutToken(person: Person) {
        expect((await ask(app.url, { query: read }, { from: person.email })).status).toBe(401)
      },
    }
    const step = fc.tuple(
      fc.nat({ max: people.length - 1 }),
      fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
    )

    test('over HTTP each person sees only their own rows, whatever the others do', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
          await Promise.all(steps.map(([index, act]) => acts[act](people[index] as Person)))
          for (const person of people)
            expect(await person.data('{ tasks { totalCount } }')).toEqual({
              tasks: { totalCount: 1 },
            })
        }),
        runs,
      )
    })

    // The same one room below, where a connection can be left in any state. On a Postgres server,
    // all reads share two pipelined connections, with the statements that others have prepared
    // there.
    const isShared = app.config.databaseUrl !== undefined
    const connections = connectAsOwner(app.config, 3, { isPipelined: isShared })
    afterAll(() => connections[Symbol.asyncDispose]())
    const databases = createUserDatabases(connections.pool, {
      statementTimeoutSeconds: 10,
      lockTimeoutSeconds: 10,
      isolation,
      ...(isShared && { sharedConnections: 2 }),
    })
    const readTitles = async (db: UserDatabase, person: Person) => {
      const tasks = await db
        .selectFrom('task')
        .select('title')
        .where('deleted_at', 'is', null)
        .execute()
      expectOwn(
        person,
        tasks.map((task) => task.title),
      )
    }
    const breakStatement = (db: UserDatabase) =>
      db.selectFrom('task').select('id').where('id', '=', 'no uuid').execute()

    const mutation = () => ({ id: randomUUID(), actor: 'session:test' })
    const works = {
      single: (person: Person) => databases.asUser(person.userId, (db) => readTitles(db, person)),
      several: (person: Person) =>
        databases.asUser(person.userId, async (db) => {
          await Promise.all([readTitles(db, person), breakStatement(db).catch(() => {})])
          await readTitles(db, person)
        }),
      givenUp: (person: Person) => {
        const gone = new AbortController()
        const reading = databases.asUser(person.userId, (db) => readTitles(db, person), gone.signal)
        gone.abort()
        return reading.catch((error: Error) => expect(error.name).toBe('AbortError'))
      },
      slow: (person: Person) =>
        databases.asUser(person.userId, async (db) => {
          const query = db.selectFrom('task').select([sql`pg_sleep(0.01)`.as('slept'), 'title'])
          expectOwn(
            person,
            (await query.execute()).map((task) => task.title),
          )
        }),
      transaction: (person: Person) =>
        databases.mutateAsUser(person.userId, mutation(), async (db) => {
          await readTitles(db, person)
          await db.updateTable('task').set({ description: person.name }).execute()
          await readTitles(db, person)
        }),
      brokenTransaction: (person: Person) =>
        databases
          .mutateAsUser(person.userId, mutation(), async (db) => {
            await readTitles(db, person)
            await breakStatement(db)
          })
          .catch((error: { code?: string }) => expect(error.code).toBe('22P02')),
      abandonedTransaction: (person: Person) =>
        databases
          .mutateAsUser(person.userId, mutation(), async (db) => {
            await db.updateTable('task').set({ title: 'never seen' }).execute()
            throw new Error('abandoned')
          })
          .catch((error: Error) => expect(error.message).toBe('abandoned')),
    }
    const workStep = fc.tuple(
      fc.nat({ max: people.length - 1 }),
      fc.constantFrom(...(Object.keys(works) as (keyof typeof works)[])),
    )

    test('on a few shared connections each person sees only their own rows, in any order of work', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(workStep, { minLength: 20, maxLength: 60 }), async (steps) => {
          await Promise.all(steps.map(([index, work]) => works[work](people[index] as Person)))
        }),
        runs,
      )
      const { rows } = await sql`
        select count(*)::int as wrong from task join auth_user on auth_user.id = user_id
        where description <> name or title <> name`.execute(app.owner)
      expect(rows).toEqual([{ wrong: 0 }])
    })
  },
)
