import type { UserDatabase } from '../db/user-database.ts'

const userColumns = [
  'id',
  'name',
  'email',
  'image',
  'time_zone as timeZone',
  'created_at as createdAt',
] as const

export interface User {
  id: string
  name: string
  email: string
  image: string | null
  timeZone: string
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

export function setUserTimeZone(db: UserDatabase, timeZone: string): Promise<User> {
  return db
    .updateTable('auth_user')
    .set({ time_zone: timeZone })
    .returning(userColumns)
    .executeTakeFirstOrThrow()
}
