import { type Kysely, sql } from 'kysely'

/** The table of the budgets, which only the owner of the tables can access. */
export type BudgetTables = {
  spending: { user_id: string; level: number; at: string }
}

/**
 * Adds what people have spent, minus what was returned to them, to the sum of all processes, and returns each
 * person's level, drained up to now by the database's clock. One statement for everybody; the order of the
 * rows prevents a deadlock between processes. People without an account any more are left out.
 */
export async function addSpending(
  owner: Kysely<BudgetTables>,
  spent: ReadonlyMap<string, number>,
  drainPerSecond: number,
): Promise<{ userId: string; level: number }[]> {
  const { rows } = await sql<{ userId: string; level: number }>`
    insert into spending as old (user_id, level, at)
    select auth_user.id, amount, clock_timestamp()
    from unnest(${[...spent.keys()]}::text[], ${[...spent.values()]}::float8[]) as given (id, amount)
    join auth_user on auth_user.id = given.id
    order by auth_user.id
    on conflict (user_id) do update set
      level = greatest(0, excluded.level + greatest(
        0, old.level - ${drainPerSecond}::float8 * greatest(0, extract(epoch from excluded.at - old.at))
      )),
      at = greatest(old.at, excluded.at)
    returning user_id as "userId", level`.execute(owner)
  return rows
}
