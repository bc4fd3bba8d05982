import { useCallback } from 'react'
import type { TaskChangesInput } from '../gql/graphql.ts'
import { choose, nameTasks } from '../model/actions/task-words.ts'
import { useTasksAct } from '../model/actions/use-tasks-act.ts'
import type { Task } from '../model/documents/fields.ts'

/**
 * Changes one task, or several in the same way: shows at once, offers to undo it, and says why when it
 * is refused. `done` says what was done to one, such as "Due tomorrow".
 */
export type EditTasks = (tasks: readonly Task[], changes: TaskChangesInput, done: string) => void

export function useEditTasks(): EditTasks {
  const act = useTasksAct()
  return useCallback(
    (tasks, changes, done) => {
      const lowered = done.charAt(0).toLowerCase() + done.slice(1)
      void act(
        tasks,
        { kind: 'update', changes },
        {
          done: tasks.length === 1 ? done : `${nameTasks(tasks)}: ${lowered}`,
          failed: `${nameTasks(tasks)} ${choose(tasks, 'stays as it was', 'stay as they were')}.`,
          refused: 'couldn’t be changed',
        },
      )
    },
    [act],
  )
}

/** The same for tasks that are known beforehand. */
export function useTaskEdit(
  tasks: readonly Task[],
): (changes: TaskChangesInput, done: string) => void {
  const edit = useEditTasks()
  return useCallback((changes, done) => edit(tasks, changes, done), [edit, tasks])
}
