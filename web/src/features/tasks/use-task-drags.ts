import { nameTasks } from '../../model/actions/task-words.ts'
import type { Task } from '../../model/documents/fields.ts'
import { useClock } from '../../model/shell/use-clock.ts'
import { useShell } from '../../model/shell/use-shell.ts'
import type { Place } from '../../places/address.ts'
import { useDrags } from '../../ui/drag/use-drags.ts'
import { findOnPage, readMark } from '../../ui/landmarks.ts'
import { findRow } from './find-row.ts'
import { toggleTask } from './select-rows.ts'
import { findShownTask, taskSelection } from './selection-store.ts'
import { findTaskDrop } from './task-drops.ts'
import type { TaskActions } from './use-task-actions.ts'
import type { TaskMoves } from './use-task-moves.ts'

/** Lets rows be dragged, all selected ones together; a finger that rests on a row selects it. */
export function useTaskDrags(place: Place, actions: TaskActions, moves: TaskMoves): void {
  const clock = useClock()
  const { lists, tags } = useShell()
  const context = { place, clock, lists, tags, moves, actions }
  useDrags<string>({
    pick: (target) => readMark(findRow(target), 'taskRow'),
    name: (id) => nameTasks(listDragged(id)),
    findLifted: (id) => (listDragged(id).length === 1 ? findOnPage('taskRow', id) : undefined),
    findDropPosition(id, under, point) {
      const tasks = listDragged(id)
      return tasks.some(({ deletedAt }) => deletedAt)
        ? undefined
        : findTaskDrop(context, tasks, under, point)
    },
    onHold(id) {
      if (!taskSelection.read().ids.has(id)) toggleTask(id)
    },
  })
}

function listDragged(id: string): readonly Task[] {
  if (taskSelection.read().ids.has(id)) return taskSelection.listTasks()
  const task = findShownTask(id)
  return task ? [task] : []
}
