import { useCallback } from 'react'
import { useClient } from 'urql'
import { v7 as createId } from 'uuid'
import { graphql } from '../../gql/gql.ts'
import { type Outcome, runMutation } from '../../graphql/run-mutation.ts'

const CreateTask = graphql(`
  mutation CreateTask($input: CreateTaskInput!) {
    createTask(input: $input) {
      task {
        ...TaskRow
      }
    }
  }
`)

export type NewTask = { id: string; title: string }

/** A task as the API will know it: with an id of ours, so that it can be sent again safely. */
export function makeNewTask(title: string): NewTask {
  return { id: createId(), title }
}

/** Adds a task to the inbox; it stands in the list at once. */
export function useCreateTask(): (task: NewTask) => Promise<Outcome<unknown>> {
  const client = useClient()
  return useCallback((input) => runMutation(client, CreateTask, { input }), [client])
}
