import { getUser } from '../account/user.queries.ts'
import type { UserDatabase } from '../db/user-database.ts'

/** What the dates of another app's file mean to the person. */
export async function readImportContext(db: UserDatabase) {
  const { timeZone, weekStartsOn, dateStyle } = await getUser(db)
  return {
    now: new Date().toISOString(),
    timeZone,
    dateStyle,
    // The device isn't known here, and most of the world begins its weeks so (ISO 8601).
    weekStartsOn: weekStartsOn === 'AUTO' ? ('MONDAY' as const) : weekStartsOn,
  }
}
