import DataLoader from 'dataloader'
import type { AsUser } from '../../db/user-database.ts'
import { getReminderSettings, type PersonalReminderSettings } from './reminder-settings.queries.ts'

/** Loads how the person wants to be reminded once for sibling reminders, which each ask for `'own'`. */
export function createReminderSettingsLoader(
  asUser: AsUser,
): DataLoader<'own', PersonalReminderSettings> {
  return new DataLoader(
    async (keys) => {
      const settings = await asUser(getReminderSettings)
      return keys.map(() => settings)
    },
    { cache: false },
  )
}
