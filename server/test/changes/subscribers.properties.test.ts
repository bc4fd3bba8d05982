import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Json } from '../support/ask.ts'
import { followLive } from '../support/live-changes.ts'
import type { Person } from '../support/person.ts'
import { randomSteps, readTables, type TableState, takeStep } from '../support/random-mutations.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'
import { createTestDatabase, type TestDatabase, testServerUrl } from '../support/test-database.ts'

const runs = Number(process.env.PROPERTY_RUNS ?? 3)
const subscriberCount = 5

let database: TestDatabase
let apps: TestApp[]

beforeAll(async () => {
  database = await createTestDatabase()
  // On a server, two apps like two processes, so that notifications are sent; the embedded database
  // has one.
  apps = [await startTestApp({ database })]
  if (testServerUrl) apps.push(await startTestApp({ database }))
})
afterAll(async () => {
  for (const app of apps ?? []) await app[Symbol.asyncDispose]()
  await database?.[Symbol.asyncDispose]()
})

const query = `subscription ($since: SyncCursor) { changes(since: $since) { cursor hasMore resetRequired changes {
  entityType id deleted mutationId
  node {
    ... on List { name position deletedAt archivedAt }
    ... on Task { title description position completedAt deletedAt dueOn list { id } parent { id } tags { id } }
    ... on Tag { name }
    ... on SavedView { name position }
  }
} } }`

test('subscribers with random disconnects all end with the state of the tables, and nothing comes twice', {
  timeout: 300_000,
}, async () => {
  let nth = 0
  await fc.assert(
    fc.asyncProperty(
      randomSteps({ minLength: 30, maxLength: 60 }),
      fc.array(fc.nat(120), { minLength: subscriberCount, maxLength: subscriberCount }),
      async (steps, patience) => {
        nth += 1
        const [app] = apps as [TestApp]
        const person = await app.createPerson(`person${nth}`)
        const end = { seq: Number.POSITIVE_INFINITY }
        const subscribers = patience.map((ms, index) =>
          subscribe(apps[index % apps.length] as TestApp, person, ms, end),
        )
        for (const step of steps)
          await takeStep(person, step, await readTables(app.owner, person.userId))
        end.seq = await lastSeq(person)
        const expected = toClientState(await readTables(app.owner, person.userId))
        for (const subscriber of subscribers) expect(await subscriber).toEqual(expected)
      },
    ),
    { numRuns: runs, endOnFailure: true },
  )
})

/** Follows until the end of the log, cutting the connection after random times, and returns the result. */
async function subscribe(app: TestApp, person: Person, patienceMs: number, end: { seq: number }) {
  const held = new Map<string, Json>()
  const seen = new Set<string>()
  let cursor: string | null = null
  // Each connection may last a little longer, so that the most impatient one arrives as well.
  for (let extraMs = 0; seqOf(cursor) < end.seq; extraMs += 5) {
    using live = await followLive(app.url, person, cursor, query)
    const cut = sleep(Math.random() * (patienceMs + extraMs)).then(() => live.cut())
    try {
      for (;;) {
        const event = await live.next()
        if (!event) break
        const page: Json = event.data.data.changes
        expect(page.resetRequired).toBe(false)
        for (const change of page.changes) apply(change, held, seen)
        cursor = page.cursor
      }
    } catch (error) {
      if ((error as Error).name !== 'AbortError') throw error
    }
    await cut
  }
  return held
}

function apply(change: Json, held: Map<string, Json>, seen: Set<string>): void {
  const key = `${change.entityType}:${change.id}`
  const once = `${key}:${change.mutationId}`
  expect(seen.has(once), `${once} came twice`).toBe(false)
  seen.add(once)
  if (change.deleted) held.delete(key)
  else held.set(key, change.node)
}

/** The tables as a client that requested these fields has them. */
function toClientState(tables: TableState): Map<string, Json> {
  const state = new Map<string, Json>()
  for (const [key, row] of tables) {
    if (key.startsWith('list:'))
      state.set(`LIST:${row.id}`, {
        name: row.name,
        position: row.position,
        deletedAt: row.deleted_at,
        archivedAt: row.archived_at,
      })
    if (key.startsWith('tag:')) state.set(`TAG:${row.id}`, { name: row.name })
    if (key.startsWith('saved_view:'))
      state.set(`SAVED_VIEW:${row.id}`, { name: row.name, position: row.position })
    if (key.startsWith('task:')) state.set(`TASK:${row.id}`, toClientTask(row, tables))
  }
  return state
}

function toClientTask(row: Json, tables: TableState): Json {
  const tags = [...tables]
    .filter(([key]) => key.startsWith(`task_tag:${row.id}:`))
    .map(([, { tag_id }]) => ({ id: tag_id }))
  return {
    title: row.title,
    description: row.description,
    position: row.position,
    completedAt: row.completed_at,
    deletedAt: row.deleted_at,
    dueOn: row.due_on,
    list: { id: row.list_id },
    parent: row.parent_id && { id: row.parent_id },
    tags: expect.toSatisfy((found: { id: string }[]) => sameIds(found, tags)),
  }
}

function sameIds(one: readonly { id: string }[], other: readonly { id: string }[]): boolean {
  const ids = (tags: readonly { id: string }[]) =>
    tags
      .map(({ id }) => id)
      .sort()
      .join()
  return ids(one) === ids(other)
}

async function lastSeq(person: Person): Promise<number> {
  return seqOf((await person.data('{ syncCursor }')).syncCursor)
}

function seqOf(cursor: string | null): number {
  return cursor === null ? -1 : JSON.parse(Buffer.from(cursor, 'base64url').toString())[2]
}
