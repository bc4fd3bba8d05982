import { useClient } from 'urql'
import { graphql } from '../../graphql/document.ts'
import { runMutation } from '../../graphql/run-mutation.ts'
import { type SavedValue, useSavedValue } from '../../ui/fields/use-saved-value.ts'
import type { ReminderSettingsData } from './reminder-settings.fragment.ts'

const UpdateReminderSettings = graphql(`
  mutation UpdateReminderSettings($input: UpdateReminderSettingsInput!) {
    updateReminderSettings(input: $input) {
      user {
        ...ReminderSettings
      }
    }
  }
`)

/** One of the settings of reminders, which saves itself. */
export function useReminderSetting<Name extends keyof ReminderSettingsData>(
  name: Name,
  settings: ReminderSettingsData,
): SavedValue<ReminderSettingsData[Name]> {
  const client = useClient()
  return useSavedValue(settings[name], (value) =>
    runMutation(client, UpdateReminderSettings, { input: { [name]: value } }),
  )
}
