import { useMemo } from 'react'
import { useClient } from 'urql'
import { getFragmentData } from '../../gql/fragment-masking.ts'
import type { CreateTaskInput } from '../../gql/graphql.ts'
import { type Outcome, readMutationId, runMutation } from '../../graphql/run-mutation.ts'
import { useAct } from '../../model/actions/use-act.ts'
import { type Task, TaskFields } from '../../model/documents/fields.ts'
import { CreateTask, CreateTasks } from '../../model/documents/task.mutations.ts'
import { createTaskPages } from '../../model/places/task-pages.ts'
import type { TaskRequest } from '../../model/places/task-request.ts'
import type { NewTask } from './new-task.ts'

/** The task as the API has it, whether the place shows it, and what undoes it. */
export type Added = { task: Task; isShown: boolean; mutationId: string | undefined }

export type AddTasks = {
  /** Adds a task; in a list that is ordered by hand it comes first, right below where it was typed. */
  addOne: (task: NewTask) => Promise<Outcome<Added>>
  /** Adds several at the end of their places, all of them or none; one undo removes all. */
  addMany: (tasks: readonly NewTask[]) => Promise<Outcome<unknown>>
}

/** Creates tasks in the place that a request is for. */
export function useAddTasks(request: TaskRequest, listId: string | undefined): AddTasks {
  const client = useClient()
  const act = useAct()
  return useMemo(() => {
    const listShown = () => createTaskPages(client, request, () => 'cache-only').read().tasks ?? []
    // Its id makes it the same task, however often it is sent.
    const create = (input: CreateTaskInput) =>
      runMutation(client, CreateTask, { input }, { repeats: true })
    const isByHand = request.kind === 'tasks' && request.orderBy[0]?.field === 'MANUAL'
    return {
      async addOne(task) {
        // It can't be placed beside another list's tasks.
        const [first] = isByHand && task.listId === listId ? listShown() : []
        let outcome = await create(first ? { ...task, beforeId: first.id } : task)
        // Adding the neighbour may have failed, or it was deleted meanwhile.
        if (first && !outcome.ok && outcome.code === 'NOT_FOUND') outcome = await create(task)
        if (!outcome.ok) return outcome
        const added = getFragmentData(TaskFields, outcome.data.createTask.task)
        const isShown = listShown().some(({ id }) => id === added.id)
        return {
          ok: true,
          data: { task: added, isShown, mutationId: readMutationId(outcome.data) },
        }
      },
      addMany: (tasks) =>
        act({
          document: CreateTasks,
          input: { tasks: [...tasks] },
          done: `Added ${tasks.length} tasks`,
          failed: 'None of them was added.',
        }),
    }
  }, [client, act, request, listId])
}
