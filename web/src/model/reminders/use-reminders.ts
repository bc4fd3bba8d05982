import { useEffect, useRef } from 'react'
import type { TaskChangesInput } from '../../gql/graphql.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { choose, nameTasks } from '../actions/task-words.ts'
import { useTasksAct } from '../actions/use-tasks-act.ts'
import type { Task } from '../documents/fields.ts'
import { TaskReminders } from '../documents/task-reminders.query.ts'

/** The reminders of a task; undefined until they are there, with why when they can't be had. */
export function useReminders(task: Pick<Task, 'id' | 'updatedAt'> | undefined) {
  const { data, error, refresh } = useQuery({
    query: TaskReminders,
    variables: { id: task?.id ?? '' },
    requestPolicy: 'network-only',
    pause: !task,
  })
  const asked = useRef(task)
  // The live changes of a task come without its reminders.
  useEffect(() => {
    const before = asked.current
    asked.current = task
    if (task && before?.id === task.id && before.updatedAt !== task.updatedAt) refresh()
  }, [task, refresh])
  return { reminders: data?.task?.reminders, error }
}

/** Changes the reminders of tasks, can be undone, and says why when it is refused. */
export function useChangeReminders(
  tasks: readonly Task[],
): (changes: Pick<TaskChangesInput, 'addReminders' | 'removeReminderIds'>, done: string) => void {
  const act = useTasksAct()
  return (changes, done) => {
    void act(
      tasks,
      { kind: 'update', changes },
      {
        done: tasks.length === 1 ? done : `${nameTasks(tasks)}: ${done}`,
        failed: `${nameTasks(tasks)} ${choose(tasks, 'stays as it was', 'stay as they were')}.`,
        refused: 'couldn’t be changed',
      },
    )
  }
}
