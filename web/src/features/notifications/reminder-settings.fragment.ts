import type { ReminderSettingsFragment } from '../../gql/graphql.ts'
import { graphql } from '../../graphql/document.ts'

/** How a person is reminded, and how they write times; its mutation returns the same. */
export const ReminderSettingsFields = graphql(`
  fragment ReminderSettings on User {
    id
    weekStartsOn
    dateStyle
    timeStyle
    reminderSettings {
      channels
      dayTime
      quietHours {
        from
        until
      }
      hidesTitles
      summaryTime
    }
  }
`)

export type ReminderSettingsData = ReminderSettingsFragment['reminderSettings']
