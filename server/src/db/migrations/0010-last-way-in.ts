import { type Kysely, sql } from 'kysely'

/**
 * A person always keeps a way to sign in. This is checked at the end of a transaction, so that one
 * way may replace another. The check locks the person's row, so that of two transactions that
 * remove one way each, the second sees what the first has done. A person who is deleted needs none.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function keep_last_way_in() returns trigger language plpgsql as $$
    begin
      perform from auth_user where id = old.user_id for update;
      if found and not exists (select from auth_account where user_id = old.user_id) then
        raise exception 'The last way to sign in was to be removed: connect another first.'
          using errcode = 'restrict_violation';
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create constraint trigger keep_last_way_in after delete on auth_account
      deferrable initially deferred
      for each row execute function keep_last_way_in()`.execute(db)
}
