import { graphql } from '../../graphql/document.ts'

/** What has rung and waits for an answer, when the next one rings, and at what time a day begins to remind. */
export const RungReminders = graphql(`
  query RungReminders {
    rangReminders(first: 50) {
      totalCount
      nodes {
        rangAt
        reminder {
          id
        }
        task {
          ...TaskFields
        }
      }
    }
    nextReminderAt
    me {
      id
      reminderSettings {
        dayTime
      }
    }
  }
`)

export const SnoozeReminder = graphql(`
  mutation SnoozeReminder($input: SnoozeReminderInput!) {
    snoozeReminder(input: $input) {
      mutationId
      task {
        ...TaskFields
      }
    }
  }
`)

export const DismissReminder = graphql(`
  mutation DismissReminder($input: DismissReminderInput!) {
    dismissReminder(input: $input) {
      mutationId
      task {
        ...TaskFields
      }
    }
  }
`)
