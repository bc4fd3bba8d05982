import { type Kysely, sql } from 'kysely'

/**
 * Reminders, which are part of their task's row, and each person's settings for them.
 * `docs/decisions/0102-reminders-in-the-row-of-their-task.md` says why they have no table.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table task add column reminders jsonb
      constraint task_reminders check (jsonb_array_length(reminders) between 1 and 10)`.execute(db)
  const time = (column: string) => sql`${sql.ref(column)} ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'`
  await sql`
    alter table auth_user
      add column reminder_minutes_before integer not null default 0
        check (reminder_minutes_before >= 0),
      add column reminder_day_time text not null default '09:00'
        check (${time('reminder_day_time')}),
      add column reminder_channels text[] not null default '{MAIL,PUSH}'
        check (reminder_channels <@ '{MAIL,PUSH}'),
      add column quiet_from text check (${time('quiet_from')}),
      add column quiet_until text check (${time('quiet_until')}),
      add column reminder_hides_titles boolean not null default false,
      add column summary_time text check (${time('summary_time')}),
      add constraint quiet_hours
        check ((quiet_from is null) = (quiet_until is null) and quiet_from <> quiet_until)`.execute(
    db,
  )
  await sql`
    grant select (${settings}), update (${settings}) on auth_user to tend_api`.execute(db)
}

const settings = sql.raw(
  'reminder_minutes_before, reminder_day_time, reminder_channels, quiet_from, quiet_until, reminder_hides_titles, summary_time',
)
