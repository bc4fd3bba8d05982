import { sql } from 'kysely'
import { mintApiToken } from '../src/auth/api-token.ts'
import { readTaskOrder } from '../src/tasks/read/task-order.ts'
import { type BenchDatabase, pickPeople } from './database/bench-database.ts'
import { sessionIdOf } from './database/fill-crowd.ts'
import { accounts } from './database/fill-database.ts'
import { type Asker, openNewest, titleOfMade } from './operations.ts'
import { benchAddresses, benchSecret, type Subject, type SubjectName } from './subjects/subject.ts'

/** Who sends requests, and which tasks can be completed. */
export type Askers = {
  /** People of the crowd with about 100 tasks each, who take turns. */
  crowd: Asker[]
  /**
   * The owners of the accounts with 100 and 100,000 tasks; people of the crowd where there are no
   * such accounts.
   */
  small: Asker
  large: Asker
  /** Their open tasks, each of which is completed once per round. */
  openTasks: { asker: Asker; taskId: string }[]
}

const people = 500

export async function createAskers(database: BenchDatabase): Promise<Askers> {
  const crowdIds = pickPeople(database, Math.min(people, database.people))
  const ids = [...crowdIds, accounts.small, accounts.large]
  const lists = await database.owner
    .selectFrom('list')
    .select(['user_id', 'id'])
    .where('user_id', 'in', ids)
    .where('is_inbox', '=', true)
    .execute()
  const listOf = new Map(lists.map((list) => [list.user_id, list.id]))
  const askers = await Promise.all(
    ids.map(async (userId) => ({
      userId,
      token: await mintToken(userId),
      listId: listOf.get(userId) ?? '',
    })),
  )
  const crowd = askers.slice(0, crowdIds.length)
  const [small, large] = listOf.has(accounts.large) ? askers.slice(crowdIds.length) : crowd
  if (!small || !large) throw new Error('People who ask were expected in the database, found none')
  const open = await database.owner
    .selectFrom('task')
    .select(['user_id', 'id'])
    .where('user_id', 'in', crowdIds)
    .where('completed_at', 'is', null)
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute()
  const byId = new Map(crowd.map((asker) => [asker.userId, asker]))
  const openTasks = open.flatMap(({ user_id, id }) => {
    const asker = byId.get(user_id)
    return asker ? [{ asker, taskId: id as string }] : []
  })
  return { crowd, small, large, openTasks }
}

/** Restores everything to the state before a round of mutations. */
export async function restoreTasks(database: BenchDatabase, askers: Askers): Promise<void> {
  const users = askers.crowd.map((asker) => asker.userId)
  const taskIds = askers.openTasks.map((task) => task.taskId)
  await database.owner.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    const made = sql`select id from task where user_id = any(${users}) and title = ${titleOfMade}`
    await sql`delete from task_word where user_id = any(${users}) and task_id in (${made})`.execute(
      trx,
    )
    await sql`delete from task where user_id = any(${users}) and title = ${titleOfMade}`.execute(
      trx,
    )
    await sql`
      update task set completed_at = null, updated_at = created_at
      where user_id = any(${users}) and id = any(${taskIds}::uuid[]) and completed_at is not null`.execute(
      trx,
    )
    await sql`delete from change where user_id = any(${users})`.execute(trx)
  })
  await sql`vacuum task, task_word, change`.execute(database.owner)
}

/** What each subject takes as the cursor before page 1,000 of the open tasks. */
export type Cursors = Partial<Record<SubjectName, unknown>>

const pageSize = 20
const tasksBefore = 999 * pageSize

export async function findCursors(
  database: BenchDatabase,
  asker: Asker,
  subjects: readonly Subject[],
): Promise<Cursors> {
  const last = await database.owner
    .selectFrom('task')
    .select(['created_at', 'id'])
    .where('user_id', '=', asker.userId)
    .where('completed_at', 'is', null)
    .where('deleted_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .offset(tasksBefore - 1)
    .executeTakeFirst()
  if (!last) throw new Error('Page 1,000 takes --size 2m: there must be somebody who has so many')
  const keys = [last.created_at.toISOString(), last.id]
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const postgraphile = subjects.find((subject) => subject.name === 'postgraphile')
  return {
    limit: keys,
    mercurius: encode(keys),
    tend: encode([readTaskOrder(null).name, ...keys]),
    postgraphile: postgraphile && (await askPostgraphile(postgraphile, asker)),
  }
}

async function askPostgraphile({ port }: Subject, { token }: Asker): Promise<string> {
  const query = `{ allTasks(first: 1, offset: ${tasksBefore - 1}, ${openNewest}) { pageInfo { endCursor } } }`
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ query })
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body })
  const { data } = (await answer.json()) as {
    data: { allTasks: { pageInfo: { endCursor: string } } }
  }
  return data.allTasks.pageInfo.endCursor
}

function mintToken(userId: string): Promise<string> {
  return mintApiToken(
    { userId, sessionId: sessionIdOf(userId) },
    {
      secrets: { current: benchSecret },
      issuer: benchAddresses.webUrl,
      audience: benchAddresses.apiUrl,
      ttlSeconds: 86_400,
    },
  )
}
