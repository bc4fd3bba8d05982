import { randomUUIDv7 } from 'node:crypto'
import type { PoolClient } from 'pg'
import { runPipelined } from '../../src/db/pipelined-query.ts'
import type { PostgresPool } from '../../src/db/pool.ts'
import { nameServingRole } from '../../src/db/serving-role.ts'
import { SharedConnections } from '../../src/db/shared-connections.ts'
import type { Statement } from '../../src/db/statement-group.ts'
import { WorkClock } from '../../src/db/work-clock.ts'
import { makeOrderKeys } from '../../src/domain/order/ordering.ts'
import { searchText } from '../../src/domain/text/search-words.ts'

type Row = {
  id: string
  completedAt: string | null
  createdAt: string
  priority: number
  [column: string]: unknown
}

const taskColumns = `id, title, priority, due_on as "dueOn", completed_at as "completedAt",
  created_at as "createdAt", position`
const priorities = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'URGENT']
const pageOf20 = 21

/**
 * The seven operations, written by hand. Their answers are the same as Tend's answers to
 * `operations.ts`.
 */
export function createLimitOperations(pool: PostgresPool) {
  const shared = new SharedConnections(pool, { most: 4, clock: new WorkClock(false) })
  const role = nameServingRole(new URL(pool.options.connectionString ?? '').pathname.slice(1))
  const settings = (userId: string) => settingsOf(userId, role)

  async function read(userId: string, sql: string, parameters: unknown[]): Promise<Row[]> {
    const { rows } = await shared.run<Row>(userId, [settings(userId), { sql, parameters }])
    return rows
  }

  async function write<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    try {
      return await work(client)
    } finally {
      client.release()
    }
  }

  return {
    async me(userId: string) {
      const [me] = await read(
        userId,
        'select id, name, email, time_zone as "timeZone", created_at as "createdAt" from auth_user where id = $1',
        [userId],
      )
      return { me }
    },

    async openTasks(userId: string, { after }: { after?: [string, string] }) {
      const from = after ? 'and (created_at, id) < ($3, $4)' : ''
      const rows = await read(
        userId,
        `select ${taskColumns} from task
         where user_id = $1 and deleted_at is null and completed_at is null ${from}
         order by created_at desc, id desc limit $2`,
        [userId, pageOf20, ...(after ?? [])],
      )
      return { tasks: toPage(rows, (row) => [row.createdAt, row.id]) }
    },

    async listTasks(userId: string, { listId }: { listId: string }) {
      const rows = await read(
        userId,
        `select ${taskColumns} from task
         where user_id = $1 and deleted_at is null and completed_at is null and list_id = $2
         order by position, id limit $3`,
        [userId, listId, pageOf20],
      )
      return { tasks: toPage(rows, (row) => [row.position, row.id]) }
    },

    async search(userId: string, { word }: { word: string }) {
      const rows = await read(
        userId,
        `select ${taskColumns}, score from (
           select candidate.id as found_id, (
             select max(weight * 2 - case when word = $2 then 0 else 1 end) from task_word
             where user_id = $1 and task_id = candidate.id and word >= $2 and word < $3
           ) as score
           from (${candidates('word = $2', '')} union ${candidates('word > $2 and word < $3', 'word,')}) candidate
           order by score desc, found_id desc limit 250
         ) found join task on user_id = $1 and id = found_id
         order by score desc, id desc limit $4`,
        [userId, word, `${word}\u{10ffff}`, pageOf20],
      )
      return { searchTasks: toPage(rows, (row) => [row.score, row.id]) }
    },

    createTask: (userId: string, { title }: { title: string }) =>
      write(async (client) => {
        const home = await runPipelined<{ inboxId: string }>(client, [
          ...opening(userId, settings(userId)),
          {
            sql: 'select time_zone, (select id from list where user_id = $1 and is_inbox) as "inboxId" from auth_user where id = $1',
            parameters: [userId],
          },
        ])
        const listId = home.rows[0]?.inboxId
        const last = await runPipelined<{ position: string }>(client, [
          {
            sql: `select position from task where user_id = $1 and list_id = $2 and parent_id is null
                  order by parent_id desc, position desc limit 1`,
            parameters: [userId, listId],
          },
        ])
        const [position] = makeOrderKeys(last.rows[0]?.position ?? null, null, 1, Math.random)
        const inserting = runPipelined<Row>(client, [
          {
            sql: `insert into task (user_id, id, list_id, position, title, search_text)
                  values ($1, $2, $3, $4, $5, $6) returning ${taskColumns}`,
            parameters: [userId, randomUUIDv7(), listId, position, title, searchText(title, null)],
          },
        ])
        const { rows } = await inserting
        await runPipelined(client, [commit])
        return { createTask: { task: toTask(rows[0] as Row) } }
      }),

    completeTask: (userId: string, { id }: { id: string }) =>
      write(async (client) => {
        await runPipelined(client, [
          ...opening(userId, settings(userId)),
          {
            sql: `select ${taskColumns}, deleted_at, recurrence_rule from task where user_id = $1 and id = $2`,
            parameters: [userId, id],
          },
        ])
        await runPipelined(client, [
          {
            sql: `select ${taskColumns} from task where user_id = $1 and parent_id = $2 order by position`,
            parameters: [userId, id],
          },
        ])
        const { rows } = await runPipelined<Row>(client, [
          {
            sql: `update task set completed_at = now(), updated_at = now()
                  where user_id = $1 and id = $2 returning ${taskColumns}`,
            parameters: [userId, id],
          },
        ])
        await runPipelined(client, [commit])
        return { completeTask: { task: toTask(rows[0] as Row) } }
      }),
  }
}

/** Tasks outside the trash that have a word, as many as are ranked. */
function candidates(isMeant: string, order: string): string {
  return `(select task.id from task_word join task on task.user_id = $1 and task.id = task_id
    where task_word.user_id = $1 and ${isMeant} and deleted_at is null
    order by ${order} weight desc, task_id desc limit 250)`
}

const commit: Statement = { sql: 'commit', parameters: [] }

function settingsOf(userId: string, role: string): Statement {
  return {
    sql: `select set_config('role', $1, true), set_config('app.user_id', $2, true), set_config('statement_timeout', $3, true), set_config('lock_timeout', $4, true), set_config('idle_in_transaction_session_timeout', $3, true), set_config('plan_cache_mode', 'force_custom_plan', true)`,
    parameters: [role, userId, '15s', '5s'],
  }
}

function opening(userId: string, settings: Statement): Statement[] {
  const sql = `select set_config('app.mutation_id', $1, true), set_config('app.actor', $2, true), pg_advisory_xact_lock(hashtextextended($3, 0))`
  return [
    { sql: 'begin', parameters: [] },
    settings,
    { sql, parameters: [randomUUIDv7(), 'session:limit', userId] },
  ]
}

function toTask({ id, title, completedAt, priority, dueOn, createdAt }: Row) {
  const completed = completedAt !== null
  return { id, title, completed, priority: priorities[priority], dueOn, createdAt }
}

function toPage(rows: Row[], keysOf: (row: Row) => unknown[]) {
  const nodes = rows.slice(0, pageOf20 - 1)
  const last = nodes.at(-1)
  const endCursor = last ? Buffer.from(JSON.stringify(keysOf(last))).toString('base64url') : null
  return { nodes: nodes.map(toTask), pageInfo: { hasNextPage: rows.length >= pageOf20, endCursor } }
}
