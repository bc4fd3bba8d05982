import { useCallback } from 'react'
import { useClient } from 'urql'
import { graphql } from '../../gql/gql.ts'
import type { RestoreTaskMutationVariables } from '../../gql/graphql.ts'
import { type Outcome, runMutation } from '../../graphql/run-mutation.ts'
import type { TaskRowData } from './task-row.fragment.ts'

const RestoreTask = graphql(`
  mutation RestoreTask($input: RestoreTaskInput!) {
    restoreTask(input: $input) {
      task {
        ...TaskRow
      }
    }
  }
`)

/**
 * The cache may have dropped a deleted task, so the one to show until the answer comes travels in a
 * variable that the document doesn't declare; it stays in the browser.
 */
export type RestoreTaskVariables = RestoreTaskMutationVariables & { task: TaskRowData }

/** Takes a task out of the trash; it stands at its old place at once. */
export function useRestoreTask(): (task: TaskRowData) => Promise<Outcome<unknown>> {
  const client = useClient()
  return useCallback(
    (task) => {
      const variables: RestoreTaskVariables = { input: { id: task.id }, task }
      return runMutation(client, RestoreTask, variables)
    },
    [client],
  )
}
