import { type Kysely, sql } from 'kysely'

/**
 * What somebody has dealt with on one device needn't stay on the screens of the others: when a reminder rang
 * within the last day and then its task is completed or thrown away, or the reminder itself snoozed,
 * dismissed, changed or taken off, a push follows that closes its notification. A trigger, as for what rings,
 * so that undo and whatever comes next can't forget it; its condition costs tasks without reminders no call.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function close_reminders() returns trigger language plpgsql as $$
    begin
      insert into delivery (user_id, dedupe, kind, subject_id, detail, fire_at, next_at, not_after)
        select new.user_id, 'push:close:' || (before.one ->> 'id') || ':' || txid_current(), 'push', new.id,
          jsonb_strip_nulls(jsonb_build_object(
            'message', jsonb_build_object('kind', 'close', 'tag', before.one ->> 'id'),
            'actor', nullif(current_setting('app.actor', true), ''))),
          now(), now(), now() + interval '12 hours'
        from jsonb_array_elements(old.reminders) as before (one)
        where (new.completed_at is not null or new.deleted_at is not null or new.reminders is null
            or not new.reminders @> jsonb_build_array(before.one))
          and exists (
            select from delivery as ring
            where ring.user_id = new.user_id and ring.kind = 'ring' and ring.subject_id = new.id
              and ring.fire_at > now() - interval '1 day'
              and (ring.detail ->> 'reminderId') = (before.one ->> 'id'))
          and exists (
            select from push_subscription as device
            where device.user_id = new.user_id and device.ended_at is null)
      on conflict do nothing;
      return null;
    end $$`.execute(db)
  const state = (row: string) =>
    sql.raw(
      ['reminders', 'completed_at', 'deleted_at'].map((column) => `${row}.${column}`).join(', '),
    )
  await sql`
    create trigger close_reminders after update on task
      for each row when (
        old.reminders is not null and old.completed_at is null and old.deleted_at is null
        and (${state('new')}) is distinct from (${state('old')}))
      execute function close_reminders()`.execute(db)
}
