import { graphql } from '../../graphql/document.ts'

/** Asked for where they are shown: rows don't, so the app's first page need not load them. */
export const TaskReminders = graphql(`
  query TaskReminders($id: ID!) {
    task(id: $id) {
      id
      reminders {
        id
        minutesBefore
        sentence
        on
        time
        timeZone
        nextAt
      }
    }
  }
`)
