import { sql } from 'kysely'

/**
 * One of these UUIDs, for use behind `=`. Several are one parameter, so that the statement's text is the
 * same for any number. A single one is compared directly: how many an array holds is unknown until a
 * statement runs, so PostgreSQL plans one with an array again each time.
 */
export function anyOf(ids: readonly string[]) {
  const [only] = ids
  return ids.length === 1 ? sql<string>`${only}::uuid` : sql<string>`any(${[...ids]}::uuid[])`
}
