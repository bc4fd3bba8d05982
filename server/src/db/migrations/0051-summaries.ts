import { type Kysely, sql } from 'kysely'

/** The summary of a day is a delivery for each person who wants it. It is about no object: the nil UUID. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function schedule_summary() returns trigger language plpgsql as $$
    begin
      if new.summary_time is null then
        delete from delivery where user_id = new.id and dedupe = 'summary';
      else
        insert into delivery as d (user_id, dedupe, kind, subject_id, fire_at, next_at)
          values (new.id, 'summary', 'summary', '00000000-0000-0000-0000-000000000000', now(), now())
        on conflict (user_id, dedupe) do update
          set next_at = now(), after_at = now(), attempts = d.attempts + 1, state = 'waiting';
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create trigger schedule_summary after update on auth_user
      for each row when (
        (new.summary_time, new.time_zone) is distinct from (old.summary_time, old.time_zone)
        and (new.summary_time is not null or old.summary_time is not null))
      execute function schedule_summary()`.execute(db)
}
