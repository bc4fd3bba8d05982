import { useCallback } from 'react'
import { useClient } from 'urql'
import { graphql } from '../../gql/gql.ts'
import { type Outcome, runMutation } from '../../graphql/run-mutation.ts'

const CompleteTask = graphql(`
  mutation CompleteTask($input: CompleteTaskInput!) {
    completeTask(input: $input) {
      task {
        ...TaskRow
      }
    }
  }
`)

/** Completes a task; it leaves the open ones at once. */
export function useCompleteTask(): (id: string) => Promise<Outcome<unknown>> {
  const client = useClient()
  return useCallback((id) => runMutation(client, CompleteTask, { input: { id } }), [client])
}
