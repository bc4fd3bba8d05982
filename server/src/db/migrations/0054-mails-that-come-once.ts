import { type Kysely, sql } from 'kysely'

/**
 * Whether a mail server may have a mail although no answer of it was noted: all but the end has been passed to it.
 * A process that dies then leaves the row like this.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table mail_outbox add column handed_over boolean not null default false`.execute(
    db,
  )
}
