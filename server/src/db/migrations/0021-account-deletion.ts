import { type Kysely, sql } from 'kysely'

/**
 * A person who is deleted takes everything along: rows that name them go by their foreign keys, and
 * what Better Auth keeps for links in mails, which has none, by this trigger. In the database, so that
 * it holds whichever way the person goes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function forget_person() returns trigger language plpgsql as $$
    begin
      delete from auth_verification
        where strpos(value, old.id) > 0 or strpos(identifier, old.id) > 0
          or strpos(lower(value), lower(old.email)) > 0
          or strpos(lower(identifier), lower(old.email)) > 0;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger forget_person after delete on auth_user
      for each row execute function forget_person()`.execute(db)
}
