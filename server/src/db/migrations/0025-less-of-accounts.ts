import { type Kysely, sql } from 'kysely'

/**
 * Stores less of what a sign-in brings, and deletes exactly what belongs to a deleted person.
 *
 * A provider's tokens are never used, so none is stored: somebody who reads the table must not be
 * able to act at a provider. This happens in the database, so that it works however a row is
 * written.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    update auth_account set access_token = null, refresh_token = null, id_token = null,
      access_token_expires_at = null, refresh_token_expires_at = null
    where coalesce(access_token, refresh_token, id_token) is not null`.execute(db)
  await sql`
    create function drop_provider_tokens() returns trigger language plpgsql as $$
    begin
      new.access_token := null;
      new.refresh_token := null;
      new.id_token := null;
      new.access_token_expires_at := null;
      new.refresh_token_expires_at := null;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger drop_provider_tokens before insert or update on auth_account
      for each row execute function drop_provider_tokens()`.execute(db)
  await forgetExactly(db)
}

/**
 * A person's id or address counts if it is a whole value, a whole text in the value's JSON, or the
 * part of an identifier after its colon. Inside another text, it belongs to somebody else:
 * "a@example.org" is in "anna@example.org".
 */
async function forgetExactly(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function forget_person() returns trigger language plpgsql as $$
    declare
      subject text;
    begin
      foreach subject in array array[lower(old.id), lower(old.email)] loop
        delete from auth_verification
          where lower(value) = subject
            -- A quotation mark within a text of JSON has a backslash before it, so this is a whole one.
            or strpos(lower(value), to_json(subject)::text) > 0
            or lower(identifier) = subject
            or right(lower(identifier), length(subject) + 1) = ':' || subject;
      end loop;
      return null;
    end $$`.execute(db)
}
