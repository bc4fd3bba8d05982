import { useCallback } from 'react'
import { useClient } from 'urql'
import { graphql } from '../../gql/gql.ts'
import { type Outcome, runMutation } from '../../graphql/run-mutation.ts'

const RenameTask = graphql(`
  mutation RenameTask($input: UpdateTaskInput!) {
    updateTask(input: $input) {
      task {
        ...TaskRow
      }
    }
  }
`)

/** Gives a task another title; it shows at once. */
export function useRenameTask(): (id: string, title: string) => Promise<Outcome<unknown>> {
  const client = useClient()
  return useCallback(
    (id, title) => runMutation(client, RenameTask, { input: { id, title } }),
    [client],
  )
}
