import { type Kysely, sql } from 'kysely'

/**
 * The access tokens whose people have been notified that they expire. A row is the claim to notify.
 * Only the web app has access, as to mails: requests to the API have no right to it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table auth_token_notice (
      user_id text not null,
      token_id uuid not null,
      told_at timestamptz(3) not null default now(),
      primary key (user_id, token_id),
      foreign key (user_id, token_id) references access_token (user_id, id) on delete cascade
    )`.execute(db)
}
