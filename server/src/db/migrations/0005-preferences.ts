import { type Kysely, sql } from 'kysely'

/**
 * A person's preferences for how things look. People may change them themselves, and their name and
 * picture.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table auth_user
      add column week_starts_on text not null default 'AUTO'
        check (week_starts_on in ('AUTO', 'MONDAY', 'SATURDAY', 'SUNDAY')),
      add column date_style text not null default 'AUTO'
        check (date_style in ('AUTO', 'DAY_FIRST', 'MONTH_FIRST', 'YEAR_FIRST')),
      add column time_style text not null default 'AUTO'
        check (time_style in ('AUTO', 'HOURS_24', 'HOURS_12')),
      add column theme text not null default 'SYSTEM' check (theme in ('SYSTEM', 'LIGHT', 'DARK'))`.execute(
    db,
  )
  await sql`
    grant select (week_starts_on, date_style, time_style, theme),
      update (name, image, week_starts_on, date_style, time_style, theme)
      on auth_user to tend_api`.execute(db)
}
