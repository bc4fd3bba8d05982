import { type Kysely, sql } from 'kysely'
import type { Json } from './ask.ts'

export type ManyReminders = {
  userId: string
  count: number
  /** What the tasks are called, before their numbers from 1 on. */
  title: string
  /** When the first rings. */
  from: Date
  /** How much later each rings than the one before. */
  stepMs: number
}

/** Set so long before the first rings. */
const setBeforeMs = 3_600_000

/**
 * Gives a person so many tasks directly by SQL, each with a reminder for which a delivery waits already. One
 * that should have rung is as one that nobody has looked at since.
 */
export async function insertReminders(
  owner: Kysely<Json>,
  { userId, count, title, from, stepMs }: ManyReminders,
): Promise<void> {
  const setAt = new Date(from.getTime() - setBeforeMs).toISOString()
  await owner.transaction().execute(async (transaction) => {
    await sql`select set_config('app.user_id', ${userId}, true)`.execute(transaction)
    await sql`
      insert into task (id, list_id, position, title, search_text, due_on, reminders)
        select gen_random_uuid(), list.id, 'r' || substr(md5(${title}::text), 1, 8) || lpad(n::text, 7, '0'), ${title}::text || ' ' || n,
          ${title}::text || ' ' || n, '2037-06-30',
          jsonb_build_array(jsonb_build_object(
            'id', gen_random_uuid(), 'minutesBefore', 0, 'on', null, 'time', null, 'timeZone', null,
            'setAt', ${setAt}::text, 'dismissedAt', null,
            'snoozedUntil', to_char(
              (${from.toISOString()}::timestamptz + n * ${stepMs}::float8 * interval '1 millisecond') at time zone 'UTC',
              'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
        from generate_series(1, ${count}::int) n
        cross join (select id from list where user_id = ${userId} limit 1) list`.execute(
      transaction,
    )
    await sql`
      update delivery set after_at = ${setAt}, attempts = 0,
        fire_at = (task.reminders -> 0 ->> 'snoozedUntil')::timestamptz,
        next_at = (task.reminders -> 0 ->> 'snoozedUntil')::timestamptz
      from task
      where delivery.user_id = ${userId} and kind = 'reminder' and task.id = subject_id`.execute(
      transaction,
    )
  })
}
