import { type Kysely, sql } from 'kysely'
import { protectTenantTable } from './tenant-table.ts'

/**
 * What has to be done for people at a time, and what was done: reminders that wait, and that have rung.
 * `docs/decisions/0103-one-table-of-deliveries.md` says how it works.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createDeliveries(db)
  await scheduleReminders(db)
  await followSettings(db)
}

/**
 * `fire_at` is when it is due. `next_at` is when somebody takes it up: earlier, if it has to be looked at again
 * before, or later while a process has it and after a failure. Whatever has happened by `after_at` counts as done.
 */
async function createDeliveries(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table delivery (
      user_id text not null default nullif(current_setting('app.user_id', true), '')
        references auth_user (id) on delete cascade,
      dedupe text not null,
      kind text not null,
      subject_id uuid not null,
      detail jsonb,
      fire_at timestamptz(3) not null,
      next_at timestamptz(3) not null,
      after_at timestamptz(3) not null default now(),
      not_after timestamptz(3),
      attempts integer not null default 0,
      state text not null default 'waiting' check (state in ('waiting', 'done', 'given up')),
      primary key (user_id, dedupe)
    )`.execute(db)
  await protectTenantTable(db, 'delivery')
  // Like the look-up of access tokens: whose it is isn't known before it is taken up.
  await sql`
    create policy queue on delivery for all to current_user using (true) with check (true)`.execute(
    db,
  )
  await sql`
    create index delivery_queue on delivery (kind, next_at) where state = 'waiting'`.execute(db)
  await sql`create index delivery_of_person on delivery (user_id, kind, fire_at)`.execute(db)
}

/**
 * Whatever changes a task, its reminders are looked at afterwards, in the rules of the domain. The conditions
 * are those of the triggers, so tasks without reminders cost no call. Counting the attempt up takes the row
 * away from a process that is looking at the former state. A time that was still to come when somebody chose it
 * may be past when the change arrives, so the last minute is looked at again; what has rung in it is in the table,
 * and doesn't ring twice.
 */
async function scheduleReminders(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function schedule_reminders() returns trigger language plpgsql as $$
    begin
      insert into delivery as d (user_id, dedupe, kind, subject_id, fire_at, next_at)
        values (new.user_id, 'reminder:' || new.id, 'reminder', new.id, now(), now())
      on conflict (user_id, dedupe) do update
        set next_at = now(), attempts = d.attempts + 1, state = 'waiting',
          after_at = least(d.after_at, now() - interval '1 minute');
      return null;
    end $$`.execute(db)
  const isRinging = sql`
    new.reminders is not null and new.completed_at is null and new.deleted_at is null`
  await sql`
    create trigger schedule_new_reminders after insert on task
      for each row when (${isRinging}) execute function schedule_reminders()`.execute(db)
  const state = (row: string) =>
    sql.raw(
      ['reminders', 'due_on', 'due_time', 'due_time_zone', 'completed_at', 'deleted_at']
        .map((column) => `${row}.${column}`)
        .join(', '),
    )
  await sql`
    create trigger schedule_changed_reminders after update on task
      for each row when (${isRinging} and (${state('new')}) is distinct from (${state('old')}))
      execute function schedule_reminders()`.execute(db)
}

/** When a person's zone or hours change, so may the instants of all their reminders. */
async function followSettings(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function reschedule_reminders() returns trigger language plpgsql as $$
    begin
      update delivery set next_at = now(), attempts = attempts + 1
        where user_id = new.id and kind = 'reminder' and state = 'waiting';
      return null;
    end $$`.execute(db)
  const settings = (row: string) =>
    sql.raw(
      ['time_zone', 'reminder_day_time', 'quiet_from', 'quiet_until']
        .map((column) => `${row}.${column}`)
        .join(', '),
    )
  await sql`
    create trigger reschedule_reminders after update on auth_user
      for each row when ((${settings('new')}) is distinct from (${settings('old')}))
      execute function reschedule_reminders()`.execute(db)
}
