import type { Day } from '@tend/server/domain/dates/day'
import { formatDay } from '@tend/server/domain/dates/format-date'
import { useCallback } from 'react'
import type { TaskChangesInput } from '../gql/graphql.ts'
import { choose, nameTasks } from '../model/actions/task-words.ts'
import { useTasksAct } from '../model/actions/use-tasks-act.ts'
import type { Task } from '../model/documents/fields.ts'
import { useClock } from '../model/shell/use-clock.ts'
import { dayIn } from '../time/calendar.ts'
import type { UserClock } from '../time/due-words.ts'
import { fitStart } from './fit-start.ts'

/**
 * Changes one task, or several in the same way: shows at once, offers to undo it, and says why when it
 * is refused. `done` says what was done to one, such as "Due tomorrow". Several calls with the same `row`,
 * a verb such as "Moved", have one message and one undo.
 */
export type EditTasks = (
  tasks: readonly Task[],
  changes: TaskChangesInput,
  done: string,
  row?: string,
) => void

export function useEditTasks(): EditTasks {
  const act = useTasksAct()
  const clock = useClock()
  return useCallback(
    (tasks, changes, done, row) => {
      for (const [startOn, some] of Map.groupBy(tasks, (task) => fitStart(task, changes))) {
        const message = startOn ? `${done}. ${describeStartMove(startOn, clock)}` : done
        const lowered = message.charAt(0).toLowerCase() + message.slice(1)
        void act(
          some,
          { kind: 'update', changes: startOn ? { ...changes, startOn } : changes },
          {
            done: some.length === 1 ? message : `${nameTasks(some)}: ${lowered}`,
            failed: `${nameTasks(some)} ${choose(some, 'stays as it was', 'stay as they were')}.`,
            refused: 'couldn’t be changed',
            row: row ? { done: row, count: some.length } : undefined,
          },
        )
      }
    },
    [act, clock],
  )
}

function describeStartMove(day: Day, { now, timeZone, formats }: UserClock): string {
  return `Start moved to ${formatDay(day, dayIn(timeZone, now), formats)}, the due date.`
}

/** The same for given tasks. */
export function useTaskEdit(
  tasks: readonly Task[],
): (changes: TaskChangesInput, done: string) => void {
  const edit = useEditTasks()
  return useCallback((changes, done) => edit(tasks, changes, done), [edit, tasks])
}
