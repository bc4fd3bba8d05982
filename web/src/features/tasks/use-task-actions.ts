import { useMemo } from 'react'
import { choose, nameTasks } from '../../model/actions/task-words.ts'
import { useTasksAct } from '../../model/actions/use-tasks-act.ts'
import type { Task } from '../../model/documents/fields.ts'
import { focusTaskSoon, passTaskFocusOn } from './task-focus.ts'

export type TaskActions = {
  /** Completes the tasks, or reopens them when all are completed. */
  toggle: (tasks: readonly Task[]) => void
  remove: (tasks: readonly Task[]) => void
  restore: (tasks: readonly Task[]) => void
  prioritize: (tasks: readonly Task[], priority: Task['priority']) => void
  /** Whether a leaving row is shown as ticked. */
  leavesTicked: (task: Task) => boolean
}

/**
 * What can be done with rows, one or several. Each shows at once, offers its undo, and says why when
 * it is refused.
 */
export function useTaskActions(): TaskActions {
  const act = useTasksAct()
  return useMemo(() => {
    const ticks = new Map<string, boolean>()

    /** For rows that are about to go. */
    function leave(tasks: readonly Task[], ticked?: boolean): void {
      for (const task of tasks) ticks.set(task.id, ticked ?? task.completed)
      passTaskFocusOn(tasks.map(({ id }) => id))
    }

    function comeBack(tasks: readonly Task[]): () => void {
      return () => {
        for (const { id } of tasks) ticks.delete(id)
        if (tasks[0]) focusTaskSoon(tasks[0].id)
      }
    }

    return {
      toggle(tasks) {
        const open = tasks.filter(({ completed }) => !completed)
        if (open.length > 0) {
          leave(open, true)
          void act(
            open,
            { kind: 'complete' },
            {
              done: `Completed ${nameTasks(open)}${open.some(hasOpenSubtasks) ? ' with all subtasks' : ''}`,
              failed: `${nameTasks(open)} ${choose(open, 'is', 'are')} still open.`,
              refused: 'couldn’t be completed',
              onUndone: comeBack(open),
            },
          )
        } else if (tasks.length > 0) {
          leave(tasks, false)
          void act(
            tasks,
            { kind: 'reopen' },
            {
              done: tasks.length > 1 ? `Reopened ${nameTasks(tasks)}` : undefined,
              failed: `${nameTasks(tasks)} ${choose(tasks, 'stays', 'stay')} completed.`,
              refused: 'couldn’t be reopened',
            },
          )
        }
      },
      remove(tasks) {
        leave(tasks)
        void act(
          tasks,
          { kind: 'delete' },
          {
            done: `Deleted ${nameTasks(tasks)}`,
            row: { done: 'Deleted', count: tasks.length },
            failed: `${nameTasks(tasks)} ${choose(tasks, 'is', 'are')} still here.`,
            refused: 'couldn’t be deleted',
            onUndone: comeBack(tasks),
          },
        )
      },
      restore(tasks) {
        leave(tasks)
        void act(
          tasks,
          { kind: 'restore' },
          {
            done: `Restored ${nameTasks(tasks)}`,
            failed: `${nameTasks(tasks)} ${choose(tasks, 'stays', 'stay')} in the trash.`,
            refused: 'couldn’t be restored',
          },
        )
      },
      prioritize(tasks, priority) {
        const others = tasks.filter((task) => task.priority !== priority)
        if (others.length === 0) return
        void act(
          others,
          { kind: 'update', changes: { priority } },
          {
            done: others.length > 1 ? `Changed the priority of ${nameTasks(others)}` : undefined,
            failed: `${nameTasks(others)} ${choose(others, 'keeps its', 'keep their')} priority.`,
            refused: 'couldn’t be changed',
          },
        )
      },
      leavesTicked: (task) => ticks.get(task.id) ?? task.completed,
    }
  }, [act])
}

function hasOpenSubtasks({ subtaskProgress: { completed, total } }: Task): boolean {
  return completed < total
}
