import { Kysely, PostgresDialect } from 'kysely'
import type { PostgresPool } from './pool.ts'
import { findServingRole } from './serving-role.ts'
import type { Statement } from './statement-group.ts'
import type { Mutation, UserDatabaseOptions } from './user-database.ts'

/** The database is asked once for the name of its serving role, which behind a pooler only it knows. */
export function rememberServingRole(
  pool: PostgresPool,
  { isolation }: UserDatabaseOptions,
): () => Promise<string> {
  if (isolation === 'scoping-only') return async () => 'none'
  const owner = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  let role: Promise<string> | undefined
  return () => {
    role ??= findServingRole(owner).catch((error: unknown) => {
      role = undefined
      throw error
    })
    return role
  }
}

const settings = `set_config('role', $1, true), set_config('app.user_id', $2, true), set_config('statement_timeout', $3, true), set_config('lock_timeout', $4, true)`

/**
 * In the embedded engine this time-out fires when nobody listens, and the engine then loops forever. There the
 * wire server ends an idle transaction.
 */
const idleTimeout = `set_config('idle_in_transaction_session_timeout', $3, true)`

/**
 * A kept plan, made for people with a hundred tasks, reads all tasks of somebody who has a hundred thousand.
 */
const planAnew = `set_config('plan_cache_mode', 'force_custom_plan', true)`

/**
 * The statement that makes a transaction a person's. All settings are local to the transaction: a
 * pooler may hand the session to anybody after it.
 *
 * Reads are planned for each person separately. Mutations aren't: they read by ids and positions, where a
 * kept plan is as good, and the setting would make their triggers and foreign keys be planned again as well.
 *
 * @param statementTimeoutSeconds where it is another one than that of the options
 */
export function userSettings(
  purpose: 'reading' | 'changing',
  userId: string,
  role: string,
  options: UserDatabaseOptions,
  statementTimeoutSeconds = options.statementTimeoutSeconds,
): Statement {
  const all = [settings, !options.isEmbedded && idleTimeout, purpose === 'reading' && planAnew]
  return {
    sql: `select ${all.filter(Boolean).join(', ')}`,
    parameters: [role, userId, `${statementTimeoutSeconds}s`, `${options.lockTimeoutSeconds}s`],
  }
}

/** The statement that puts a person's mutations in sequence, and sets who made the log entries that follow. */
export function mutationSettings(userId: string, mutation: Mutation): Statement {
  return {
    sql: `select set_config('app.mutation_id', $1, true), set_config('app.actor', $2, true), pg_advisory_xact_lock(hashtextextended($3, 0))`,
    parameters: [mutation.id, mutation.actor, userId],
  }
}
