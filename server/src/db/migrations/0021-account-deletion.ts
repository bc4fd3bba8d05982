import { type Kysely, sql } from 'kysely'

/**
 * Everything of a deleted person is deleted with them: rows that name them by their foreign keys,
 * and by this trigger what Better Auth stores for links in mails, which has none. This happens in
 * the database, so that it works however the person is deleted.
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
