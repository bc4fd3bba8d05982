import type { UserDatabase } from '../db/user-database.ts'
import { checkTimeZone } from '../domain/time-zone.ts'
import { badUserInput } from '../errors.ts'
import { getUser, setUserTimeZone, type User } from './user.queries.ts'

/**
 * Changes what the input names of the person's own account, and leaves the rest.
 *
 * @throws AppError `BAD_USER_INPUT`
 */
export async function updateUser(
  db: UserDatabase,
  input: { timeZone?: string | null | undefined },
): Promise<User> {
  const path = ['input', 'timeZone']
  if (input.timeZone === null)
    throw badUserInput([{ path, message: 'The timeZone can be changed but not cleared.' }])
  if (input.timeZone === undefined) return getUser(db)
  const timeZone = checkTimeZone(input.timeZone)
  if (!timeZone.ok) throw badUserInput([{ path, message: timeZone.message }])
  return setUserTimeZone(db, timeZone.value)
}
