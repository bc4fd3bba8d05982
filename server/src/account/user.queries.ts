import type { UserDatabase } from '../db/user-database.ts'
import type { DatePreferences, Theme } from '../domain/preferences.ts'

const userColumns = [
  'id',
  'name',
  'email',
  'image',
  'time_zone as timeZone',
  'week_starts_on as weekStartsOn',
  'date_style as dateStyle',
  'time_style as timeStyle',
  'theme',
  'created_at as createdAt',
] as const

/** What a person can change of their account. */
export interface Profile extends DatePreferences {
  name: string
  image: string | null
  timeZone: string
  theme: Theme
}

export interface User extends Profile {
  id: string
  email: string
  createdAt: string
}

/** The person whose scope it is. */
export function getUser(db: UserDatabase): Promise<User> {
  return db.selectFrom('auth_user').select(userColumns).executeTakeFirstOrThrow()
}

/** The people with these ids, of whom the scope shows one at most. */
export function findUsers(db: UserDatabase, ids: readonly string[]): Promise<User[]> {
  return db.selectFrom('auth_user').select(userColumns).where('id', 'in', ids).execute()
}

/** Changes the fields that are there, at least one. */
export function updateProfile(db: UserDatabase, profile: Partial<Profile>): Promise<User> {
  const { timeZone, weekStartsOn, dateStyle, timeStyle, ...rest } = profile
  return db
    .updateTable('auth_user')
    .set({
      ...rest,
      ...(timeZone && { time_zone: timeZone }),
      ...(weekStartsOn && { week_starts_on: weekStartsOn }),
      ...(dateStyle && { date_style: dateStyle }),
      ...(timeStyle && { time_style: timeStyle }),
    })
    .returning(userColumns)
    .executeTakeFirstOrThrow()
}
