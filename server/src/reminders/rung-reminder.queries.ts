import { sql } from 'kysely'
import {
  type CursorKeys,
  isInstant,
  type Ordering,
  type Page,
  type PageRequest,
  toPage,
} from '../db/page.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { type Task, taskColumns } from '../tasks/task.queries.ts'

/** A reminder that has rung and wasn't dismissed since. */
export type RungReminder = {
  task: Task
  reminderId: string
  rangAt: string
  dedupe: string
}

/** The newest first. */
export const rungOrdering: Ordering = {
  name: 'rung-reminders',
  acceptsKeys: ([rangAt, dedupe, ...rest]) =>
    rest.length === 0 && isInstant(rangAt ?? '') && /^ring:[\w:-]{1,150}$/.test(dedupe ?? ''),
}

/** A page of what has rung of tasks that are open, and not been dismissed since. */
export async function listRungReminders(
  db: UserDatabase,
  request: PageRequest,
): Promise<Page<RungReminder>> {
  const isForward = request.direction === 'forward'
  let query = rungReminders(db)
    .select(taskColumns)
    .select(['ring.fire_at as rangAt', 'ring.dedupe'])
    .select(reminderId.as('reminderId'))
    .orderBy('ring.fire_at', isForward ? 'desc' : 'asc')
    .orderBy('ring.dedupe', isForward ? 'desc' : 'asc')
    .limit(request.limit + 1)
  const place = sql`(ring.fire_at, ring.dedupe)`
  const keys = ([rangAt, dedupe]: CursorKeys) => sql`(${rangAt}::timestamptz, ${dedupe}::text)`
  if (request.after) query = query.where(sql<boolean>`${place} < ${keys(request.after)}`)
  if (request.before) query = query.where(sql<boolean>`${place} > ${keys(request.before)}`)
  const rows = await query.execute()
  const rung = rows.map(({ rangAt, dedupe, reminderId, ...task }) => ({
    ...{ task, reminderId, rangAt, dedupe },
  }))
  return toPage(rung, request, rungOrdering, keysOf)
}

export async function countRungReminders(db: UserDatabase): Promise<number> {
  const { count } = await rungReminders(db)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Whether what has rung by this name is still in the list: its task open, and not dismissed or put off since. */
export async function isStillRung(db: UserDatabase, dedupe: string): Promise<boolean> {
  const found = await rungReminders(db)
    .select('ring.dedupe')
    .where('ring.dedupe', '=', dedupe)
    .executeTakeFirst()
  return found !== undefined
}

function keysOf({ rangAt, dedupe }: RungReminder): CursorKeys {
  return [rangAt, dedupe]
}

/**
 * When the next reminder rings; null when none does. Past while something is about to ring, or is looked at
 * because it has changed.
 */
export async function findNextReminderAt(db: UserDatabase): Promise<string | null> {
  const { nextAt } = await db
    .selectFrom('delivery')
    .select(
      sql<
        string | null
      >`min(case when next_at <= now() then least(fire_at, next_at) else fire_at end)`.as('nextAt'),
    )
    .where('kind', '=', 'reminder')
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return nextAt
}

const reminderId = sql<string>`ring.detail ->> 'reminderId'`

function rungReminders(db: UserDatabase) {
  return db
    .selectFrom('delivery as ring')
    .innerJoin('task', 'task.id', 'ring.subject_id')
    .innerJoin('list', 'list.id', 'task.list_id')
    .where('ring.kind', '=', 'ring')
    .where('task.completed_at', 'is', null)
    .where('task.deleted_at', 'is', null)
    .where('list.archived_at', 'is', null)
    .where('list.deleted_at', 'is', null)
    .where(
      sql<boolean>`exists (
        select from jsonb_array_elements(task.reminders) as reminder
        where reminder ->> 'id' = ${reminderId}
          and (reminder ->> 'setAt')::timestamptz < ring.fire_at
          and (
            coalesce((reminder ->> 'dismissedAt')::timestamptz < ring.fire_at, true)
            or (reminder ->> 'snoozedUntil')::timestamptz = ring.fire_at
          )
      )`,
    )
}
