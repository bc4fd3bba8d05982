import type { UserDatabase } from '../db/user-database.ts'
import type { Checked } from '../domain/checked.ts'
import { checkTimeZone } from '../domain/dates/time-zone.ts'
import { textLimits } from '../domain/limits.ts'
import { checkPicture } from '../domain/picture.ts'
import { checkText } from '../domain/text/text.ts'
import { badUserInput, type InputIssue } from '../errors.ts'
import { getUser, type Profile, type User, updateProfile } from './user.queries.ts'

/** What to change; undefined stays, and the picture alone can be null. */
export type ProfileInput = { [Field in keyof Profile]?: Profile[Field] | null | undefined }

/**
 * Changes what the input names of the person's own account, and leaves the rest.
 *
 * @throws AppError `BAD_USER_INPUT` with everything that is wrong
 */
export async function updateUser(db: UserDatabase, input: ProfileInput): Promise<User> {
  const issues: InputIssue[] = []
  const profile: Partial<Record<keyof Profile, unknown>> = {}
  for (const [field, value] of Object.entries(input) as [keyof Profile, string | null][]) {
    if (value === undefined) continue
    const checked = checkField(field, value)
    if (checked.ok) profile[field] = checked.value
    else issues.push({ path: ['input', field], message: checked.message })
  }
  if (issues.length > 0) throw badUserInput(issues)
  if (Object.keys(profile).length === 0) return getUser(db)
  return updateProfile(db, profile as Partial<Profile>)
}

const checks: Partial<Record<keyof Profile, (value: string) => Checked<string>>> = {
  name: (name) => checkText(name, textLimits.personName),
  image: checkPicture,
  timeZone: checkTimeZone,
}

function checkField(field: keyof Profile, value: string | null): Checked<string | null> {
  if (value !== null) return checks[field]?.(value) ?? { ok: true, value }
  if (field === 'image') return { ok: true, value }
  return { ok: false, message: `The ${field} can be changed but not cleared.` }
}
