import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { UserDatabase } from '../db/user-database.ts'

/** The delivery of each webhook that follows the log; the log's trigger knows the name. */
export const followKind = 'webhook'
/** Deliveries of what somebody asked for by hand. */
export const onceKind = 'webhook once'

/** What is asked for by hand: an event that was sent before, or a test. A replay is only counted. */
export type OnceDetail =
  | { what: 'event'; eventId: string; afterSeq: number }
  | { what: 'test'; nth: string }
  | { what: 'replay' }

/**
 * Has a webhook looked after soon, also one that waits after a failure. If a process is at it just now, that one sees
 * by the mark that there is more.
 */
export async function wakeWebhook(db: UserDatabase, id: string): Promise<void> {
  const detail = JSON.stringify({ woken: randomUUID() })
  await db
    .insertInto('delivery')
    .values({
      ...{ dedupe: dedupeOf(id), kind: followKind, subject_id: id, state: 'waiting' },
      ...{ detail, fire_at: now, next_at: now },
    })
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'dedupe']).doUpdateSet({
        detail,
        next_at: sql<string>`case when delivery.state = 'resting' or delivery.fire_at > now()
          then now() else delivery.next_at end`,
        fire_at: sql<string>`least(delivery.fire_at, now())`,
        state: 'waiting',
      }),
    )
    .execute()
}

/** For one that is stopped or deleted. */
export async function forgetWebhook(db: UserDatabase, id: string): Promise<void> {
  await db.deleteFrom('delivery').where('dedupe', '=', dedupeOf(id)).execute()
}

/** Has something sent once, or counts that something was asked for. */
export async function insertOnce(db: UserDatabase, id: string, detail: OnceDetail): Promise<void> {
  await db
    .insertInto('delivery')
    .values({
      ...{ dedupe: `webhook-once:${randomUUID()}`, kind: onceKind, subject_id: id },
      ...{ detail: JSON.stringify(detail), fire_at: now, next_at: now },
      state: detail.what === 'replay' ? 'done' : 'waiting',
    })
    .execute()
}

/** How often a person has asked for something by hand within the hour. */
export async function countOnceThisHour(db: UserDatabase): Promise<number> {
  const { count } = await db
    .selectFrom('delivery')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', onceKind)
    .where('fire_at', '>', sql<string>`now() - interval '1 hour'`)
    .executeTakeFirstOrThrow()
  return count
}

const now = sql<string>`now()`

function dedupeOf(id: string): string {
  return `webhook:${id}`
}
