import { useCallback } from 'react'
import { useClient } from 'urql'
import { graphql } from '../../gql/gql.ts'
import { type Outcome, runMutation } from '../../graphql/run-mutation.ts'

const DeleteTask = graphql(`
  mutation DeleteTask($input: DeleteTaskInput!) {
    deleteTask(input: $input) {
      task {
        ...TaskRow
      }
    }
  }
`)

/** Puts a task into the trash; it leaves its list at once. */
export function useDeleteTask(): (id: string) => Promise<Outcome<unknown>> {
  const client = useClient()
  return useCallback((id) => runMutation(client, DeleteTask, { input: { id } }), [client])
}
