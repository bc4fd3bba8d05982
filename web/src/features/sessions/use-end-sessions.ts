import { useClient } from 'urql'
import { graphql } from '../../graphql/document.ts'
import { runMutation } from '../../graphql/run-mutation.ts'
import { showToast } from '../../ui/toasts/toast-queue.ts'

const EndSession = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      session {
        id
      }
    }
  }
`)

const EndOtherSessions = graphql(`
  mutation EndOtherSessions($input: EndOtherSessionsInput!) {
    endOtherSessions(input: $input) {
      endedSessionIds
    }
  }
`)

/** Ends sessions, and says in a message how that went. Neither throws. */
export function useEndSessions() {
  const client = useClient()
  return {
    async endOne(id: string, device: string): Promise<void> {
      const outcome = await runMutation(client, EndSession, { input: { id } })
      showToast({ text: outcome.ok ? `Signed out: ${device}.` : outcome.message })
    },
    async endOthers(): Promise<void> {
      const outcome = await runMutation(client, EndOtherSessions, { input: {} })
      showToast({ text: outcome.ok ? 'Signed out everywhere but here.' : outcome.message })
    },
  }
}
