import { sql } from 'kysely'
import type { OwnDatabase } from '../database/own-database.ts'

export type StatementTime = {
  /** Spaces and line breaks made one. */
  text: string
  /** Whether it was sent, and not run by a trigger, a function or a foreign key. */
  isSent: boolean
  calls: number
  planMs: number
  /** Of a statement that was sent, all that it causes is in here. */
  runMs: number
}

/**
 * Lets PostgreSQL time every statement on this database.
 *
 * @throws Error when the server doesn't have pg_stat_statements loaded
 */
export async function beginTiming({ owner }: OwnDatabase): Promise<void> {
  const { rows } = await sql<{ shared_preload_libraries: string }>`
    show shared_preload_libraries`.execute(owner)
  if (!rows[0]?.shared_preload_libraries.includes('pg_stat_statements'))
    throw new Error(
      'The server of DATABASE_URL was expected to have pg_stat_statements in shared_preload_libraries. Set it in postgresql.conf, restart the server and try again',
    )
  await sql`create extension if not exists pg_stat_statements`.execute(owner)
  for (const [setting, value] of [
    ['pg_stat_statements.track', 'all'],
    ['pg_stat_statements.track_planning', 'on'],
  ] as const)
    await sql`
      do $$ begin
        execute format('alter database %I set ${sql.raw(setting)} = %L', current_database(), ${sql.lit(value)});
      end $$`.execute(owner)
}

export async function resetTimes({ owner }: OwnDatabase): Promise<void> {
  await sql`select pg_stat_statements_reset()`.execute(owner)
}

/** The statements on this database since the last reset, dearest first. */
export async function listTimes({ owner }: OwnDatabase): Promise<StatementTime[]> {
  const { rows } = await sql<StatementTime>`
    select query as text, toplevel as "isSent", calls::int, total_plan_time as "planMs",
      total_exec_time as "runMs"
    from pg_stat_statements
    where dbid = (select oid from pg_database where datname = current_database())
      and query not like '%pg_stat_statements%'
    order by total_plan_time + total_exec_time desc`.execute(owner)
  return rows.map((row) => ({ ...row, text: row.text.replace(/\s+/g, ' ').trim() }))
}
