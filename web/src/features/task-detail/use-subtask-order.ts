import { useCallback } from 'react'
import { useAct } from '../../model/actions/use-act.ts'
import {
  type OrderPosition,
  positionBeside,
  positionOneStep,
} from '../../model/cache/order-positions.ts'
import type { Task } from '../../model/documents/fields.ts'
import { MoveTask } from '../../model/documents/task.mutations.ts'
import { useDrags } from '../../ui/drag/use-drags.ts'

export type MoveSubtask = (subtask: Task, step: 1 | -1) => void

/**
 * Lets subtasks be dragged by their handles, and gives what moves one past its neighbour; the field
 * that has the focus keeps it.
 */
export function useSubtaskOrder(subtasks: readonly Task[]): MoveSubtask {
  const act = useAct()
  const order = subtasks.map(({ id }) => id)

  const put = useCallback(
    (subtask: Task, position: OrderPosition | undefined) => {
      if (!position) return
      void act({
        document: MoveTask,
        input: { id: subtask.id, parentId: subtask.parent?.id, ...position },
        done: `Moved “${subtask.title}”`,
        failed: `“${subtask.title}” stays where it was.`,
      })
    },
    [act],
  )

  useDrags<Task>({
    isHandle: true,
    pick: (target) => (target.closest('[data-subtask-handle]') ? findSubtask(target) : undefined),
    name: ({ title }) => title,
    findLifted: ({ id }) =>
      document.querySelector<HTMLElement>(`[data-subtask="${id}"]`) ?? undefined,
    findDropPosition(subtask, under, { y }) {
      const element = under.closest<HTMLElement>('[data-subtask]')
      const other = findSubtask(under)
      if (!element || !other) return undefined
      const { top, height } = element.getBoundingClientRect()
      const mark = y < top + height / 2 ? 'above' : 'below'
      const position = positionBeside(order, new Set([subtask.id]), other.id, mark)
      return position && { element, mark, opensGap: true, drop: () => put(subtask, position) }
    },
  })

  function findSubtask(element: Element): Task | undefined {
    const id = element.closest<HTMLElement>('[data-subtask]')?.dataset.subtask
    return subtasks.find((subtask) => subtask.id === id)
  }

  return (subtask, step) => put(subtask, positionOneStep(order, new Set([subtask.id]), step))
}
