import { type Kysely, sql } from 'kysely'
import { fillAccount } from './fill-account.ts'
import { fillCrowd, sessionIdOf, tasksOfEach } from './fill-crowd.ts'

// biome-ignore lint/suspicious/noExplicitAny: as the owner, all tables are within reach.
type Owner = Kysely<any>

/** The total number of tasks. */
export type BenchSize = '20k' | '200k' | '2m'

/** The two people whose accounts are compared; in the largest database, both exist beside the crowd. */
export const accounts = { small: 'account-small', large: 'account-large' } as const

export type DatabaseContent = {
  people: number
  /** The number of tasks of each of these accounts. */
  accounts: Readonly<Record<string, number>>
}

export const contents: Record<BenchSize, DatabaseContent> = {
  '20k': { people: 210, accounts: {} },
  '200k': { people: 2_100, accounts: {} },
  '2m': { people: 20_000, accounts: { [accounts.small]: 100, [accounts.large]: 100_000 } },
}

/** Fills an empty, migrated database, and reports its progress. */
export async function fillDatabase(owner: Owner, content: DatabaseContent): Promise<void> {
  const { people } = content
  const progress = reportProgress(people * tasksOfEach)
  const step = 500
  for (let from = 1; from <= people; from += step) {
    const to = Math.min(from + step - 1, people)
    await owner.transaction().execute(async (trx) => {
      // This switches triggers and foreign keys off, only for this transaction.
      await sql`set local session_replication_role = replica`.execute(trx)
      await fillCrowd(trx, from, to)
    })
    progress(to * tasksOfEach)
  }
  for (const [userId, tasks] of Object.entries(content.accounts)) {
    await owner
      .insertInto('auth_user')
      .values({ id: userId, name: userId, email: `${userId}@example.com` })
      .execute()
    const onProgress = reportProgress(tasks, userId)
    await fillAccount(owner, userId, { tasks, onProgress })
  }
  await sql`
    insert into auth_session (id, user_id, token, expires_at)
    select ${sessionIdOf('')}::text || id, id, 'of ' || id, now() + interval '10 years' from auth_user`.execute(
    owner,
  )
  process.stderr.write('vacuum analyze\n')
  await sql`vacuum analyze`.execute(owner)
}

function reportProgress(total: number, name = 'the crowd'): (tasks: number) => void {
  const startedAt = performance.now()
  return (tasks) => {
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(0)
    const end = tasks >= total ? '\n' : ''
    const [done, all] = [tasks, total].map((count) => count.toLocaleString('en'))
    process.stderr.write(`\rfilling ${name}: ${done} of ${all} tasks, ${seconds} s${end}`)
  }
}
