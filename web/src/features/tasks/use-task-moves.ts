import { useMemo } from 'react'
import { choose, nameTasks } from '../../model/actions/task-words.ts'
import { type TaskMove, useTasksAct } from '../../model/actions/use-tasks-act.ts'
import type { Task } from '../../model/documents/fields.ts'
import { useEditTasks } from '../../task-fields/use-task-edit.ts'

export type TaskMoves = {
  /** Puts tasks elsewhere; `where` ends the sentence “Moved X …”. */
  move: (tasks: readonly Task[], to: TaskMove, where?: string) => void
  toList: (tasks: readonly Task[], list: { id: string; name: string }) => void
  /** Those with the same `row`, such as “Moved”, have one message. */
  toDay: (tasks: readonly Task[], day: string, words: string, row?: string) => void
  toStart: (tasks: readonly Task[], day: string, words: string, row?: string) => void
  tag: (tasks: readonly Task[], tag: { id: string; name: string }) => void
}

/** Where rows can be put, one or several. Each shows at once, offers its undo, and can be refused. */
export function useTaskMoves(): TaskMoves {
  const act = useTasksAct()
  const edit = useEditTasks()
  return useMemo(
    () => ({
      move(tasks, to, where = '') {
        void act(
          tasks,
          { kind: 'move', to },
          {
            done: `Moved ${nameTasks(tasks)}${where && ` ${where}`}`,
            failed: `${nameTasks(tasks)} ${choose(tasks, 'stays where it was', 'stay where they were')}.`,
            refused: 'couldn’t be moved',
          },
        )
      },
      toList: (tasks, { id, name }) => edit(tasks, { listId: id }, `Moved to “${name}”`),
      toDay: (tasks, day, words, row) => edit(tasks, { dueOn: day }, `Due ${words}`, row),
      toStart: (tasks, day, words, row) => edit(tasks, { startOn: day }, `Starts ${words}`, row),
      tag: (tasks, { id, name }) => edit(tasks, { addTagIds: [id] }, `Tagged “${name}”`),
    }),
    [act, edit],
  )
}
