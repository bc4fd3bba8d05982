import { useCallback } from 'react'
import { useClient } from 'urql'
import { graphql } from '../../gql/gql.ts'
import { type Outcome, runMutation } from '../../graphql/run-mutation.ts'

const ReopenTask = graphql(`
  mutation ReopenTask($input: ReopenTaskInput!) {
    reopenTask(input: $input) {
      task {
        ...TaskRow
      }
    }
  }
`)

/** Makes a completed task an open one again, at its old place. */
export function useReopenTask(): (id: string) => Promise<Outcome<unknown>> {
  const client = useClient()
  return useCallback((id) => runMutation(client, ReopenTask, { input: { id } }), [client])
}
