import { useCallback } from 'react'
import { useAct } from '../../model/actions/use-act.ts'
import { type OrderSpot, spotBeside, spotOneStep } from '../../model/cache/order-spots.ts'
import type { Task } from '../../model/documents/fields.ts'
import { MoveTask } from '../../model/documents/task.mutations.ts'
import { useDrags } from '../../ui/drag/use-drags.ts'

export type MoveSubtask = (subtask: Task, step: 1 | -1) => void

/**
 * Lets subtasks be carried by their handles, and gives what moves one past its neighbour; the field
 * that has the focus keeps it.
 */
export function useSubtaskOrder(subtasks: readonly Task[]): MoveSubtask {
  const act = useAct()
  const order = subtasks.map(({ id }) => id)

  const put = useCallback(
    (subtask: Task, spot: OrderSpot | undefined) => {
      if (!spot) return
      void act({
        document: MoveTask,
        input: { id: subtask.id, parentId: subtask.parent?.id, ...spot },
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
    findSpot(subtask, under, { y }) {
      const element = under.closest<HTMLElement>('[data-subtask]')
      const other = findSubtask(under)
      if (!element || !other) return undefined
      const { top, height } = element.getBoundingClientRect()
      const mark = y < top + height / 2 ? 'above' : 'below'
      const spot = spotBeside(order, new Set([subtask.id]), other.id, mark)
      return spot && { element, mark, drop: () => put(subtask, spot) }
    },
  })

  function findSubtask(element: Element): Task | undefined {
    const id = element.closest<HTMLElement>('[data-subtask]')?.dataset.subtask
    return subtasks.find((subtask) => subtask.id === id)
  }

  return (subtask, step) => put(subtask, spotOneStep(order, new Set([subtask.id]), step))
}
