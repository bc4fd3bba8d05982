import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { type Insertable, type Kysely, sql } from 'kysely'
import { connectDatabase } from '../../src/db/connect.ts'
import { startEmbeddedDatabase } from '../../src/db/embedded/engine.ts'
import { migrate } from '../../src/db/migrate.ts'
import type { PostgresPool } from '../../src/db/pool.ts'
import {
  createUserDatabases,
  type UserDatabase,
  type UserDatabases,
} from '../../src/db/user-database.ts'
import { searchText } from '../../src/domain/text/search-words.ts'
import type { TaskTable } from '../../src/tasks/task.table.ts'
import type { Json } from './ask.ts'
import { createTestDatabase } from './test-database.ts'

/** The database without the API in front of it, for what is about SQL. */
export interface TestUserDatabases extends AsyncDisposable {
  databases: UserDatabases
  pool: PostgresPool
  owner: Kysely<Json>
  /** Somebody new with an inbox. */
  createUser(): Promise<TestUser>
}

export type TestUser = {
  id: string
  inboxId: string
  read<T>(work: (db: UserDatabase) => Promise<T>): Promise<T>
  change<T>(work: (db: UserDatabase) => Promise<T>): Promise<T>
  /** Into the inbox where no list is named; words for search are made of the texts. */
  insertTasks(tasks: readonly TestTask[]): Promise<void>
}

export type TestTask = Partial<Omit<Insertable<TaskTable>, 'search_text'>> & { title: string }

const batch = 1000

export async function openUserDatabases(): Promise<TestUserDatabases> {
  await using stack = new AsyncDisposableStack()
  const database = stack.use(await createTestDatabase())
  const { databaseUrl, dataDir } = database
  const embedded = { dataDir, secret: 'a secret for tests of the database alone' }
  if (!databaseUrl) stack.use(await startEmbeddedDatabase(embedded))
  const { pool, owner } = stack.use(
    connectDatabase<Json>({
      databaseUrl,
      embedded,
      pool: { maxConnections: 4, connectTimeoutSeconds: 10, idleTimeoutSeconds: 10 },
    }),
  )
  await migrate(owner)
  const databases = createUserDatabases(pool, {
    statementTimeoutSeconds: 60,
    lockTimeoutSeconds: 10,
  })
  const resources = stack.move()
  return {
    databases,
    pool,
    owner,
    createUser: () => createUser(owner, databases),
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

async function createUser(owner: Kysely<Json>, databases: UserDatabases): Promise<TestUser> {
  const id = randomUUID().replaceAll('-', '')
  await owner
    .insertInto('auth_user')
    .values({ id, name: 'Somebody', email: `${id}@example.com` })
    .execute()
  const read: TestUser['read'] = (work) => databases.asUser(id, work)
  const change: TestUser['change'] = (work) =>
    databases.mutateAsUser(id, { id: randomUUIDv7(), actor: 'system' }, work)
  const inbox = await read((db) =>
    db.selectFrom('list').select('id').where('is_inbox', '=', true).executeTakeFirstOrThrow(),
  )
  async function insertTasks(tasks: readonly TestTask[]) {
    // Within a millisecond their order is chance, and tests want the later one to be the higher.
    const ids = tasks.map(() => randomUUIDv7()).sort()
    const rows = tasks.map((task, nth) => ({
      id: ids[nth] ?? '',
      list_id: inbox.id,
      position: `a${String(nth).padStart(6, '0')}`,
      ...task,
      search_text: searchText(task.title, task.description ?? null),
    }))
    for (let from = 0; from < rows.length; from += batch)
      await change((db) =>
        db
          .insertInto('task')
          .values(rows.slice(from, from + batch))
          .execute(),
      )
  }
  return { id, inboxId: inbox.id, read, change, insertTasks }
}

/** Lets the planner know what the tables hold. */
export async function analyze(owner: Kysely<Json>): Promise<void> {
  await sql`vacuum analyze`.execute(owner)
}
