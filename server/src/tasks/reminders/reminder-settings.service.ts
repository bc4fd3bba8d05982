import type { UserDatabase } from '../../db/user-database.ts'
import type { Checked } from '../../domain/checked.ts'
import { type ReminderSettings, settingChecks } from '../../domain/reminders/reminder-settings.ts'
import { badUserInput, type InputIssue } from '../../errors.ts'
import {
  getReminderSettings,
  type PersonalReminderSettings,
  updateReminderSettings,
} from './reminder-settings.queries.ts'

/** What to change; undefined stays. */
export type ReminderSettingsInput = {
  [Name in keyof ReminderSettings]?: ReminderSettings[Name] | null | undefined
}

/**
 * Changes how the person is reminded, as far as the input names it.
 *
 * @throws AppError `BAD_USER_INPUT` with everything that is wrong
 */
export async function changeReminderSettings(
  db: UserDatabase,
  input: ReminderSettingsInput,
): Promise<PersonalReminderSettings> {
  const issues: InputIssue[] = []
  const settings: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(input) as [keyof ReminderSettings, never][]) {
    if (value === undefined) continue
    const checked = value === null ? clear(name) : settingChecks[name](value)
    if (checked.ok) settings[name] = checked.value
    else issues.push({ path: ['input', name], message: checked.message })
  }
  if (issues.length > 0) throw badUserInput(issues)
  if (Object.keys(settings).length > 0) await updateReminderSettings(db, settings)
  return getReminderSettings(db)
}

function clear(name: keyof ReminderSettings): Checked<unknown> {
  if (name === 'quietHours' || name === 'summaryTime') return { ok: true, value: null }
  return { ok: false, message: `The setting ${name} can be changed but not cleared.` }
}
