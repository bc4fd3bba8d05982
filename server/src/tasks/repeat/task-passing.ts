import type { Day } from '../../domain/dates/day.ts'
import type { Viewpoint } from '../../domain/dates/due-date.ts'
import type { TaskDates } from '../../domain/dates/task-dates.ts'
import { passWithParent, type SubtaskFate } from '../../domain/recurrence/subtask-occurrence.ts'
import {
  type Ending,
  type NextDates,
  type Passage,
  shiftDates,
} from '../../domain/recurrence/task-occurrence.ts'
import type { Task } from '../task.queries.ts'
import type { Skip } from './task-repeat.queries.ts'

/** The plan for the tasks under a repeating one whose occurrence is over, by their ids. */
export type SubtaskPlan = {
  /** Tasks that the next occurrence has too, open again, on these dates; parents before children. */
  again: Map<string, TaskDates>
  /** Tasks with a rule of their own that isn't over: they move along unchanged, with all their subtasks. */
  ahead: Set<string>
  /** The tasks that move along but get other dates. */
  moved: Map<string, TaskDates>
  /** The next occurrences of tasks with a rule of their own that were completed when the parent was skipped. */
  renewed: Map<string, NextDates>
}

/** What a plan is based on, besides the task that moves to its next occurrence. */
export type PassingScene = {
  /** All tasks under it outside the trash. */
  below: readonly Task[]
  /** The tasks that are completed by their own ids, and not only with a task above them. */
  meantIds: ReadonlySet<string>
  /** Those of the task and of the tasks below, oldest first. */
  skips: readonly Skip[]
  view: Viewpoint
}

/**
 * Plans what happens to everything under a task that moves to its next occurrence. Earlier occurrences of a
 * repeating subtask stay behind, and so does one whose rule has ended.
 */
export function planSubtasks(
  taskId: string,
  way: Passage,
  ending: Ending,
  { below, meantIds, skips, view }: PassingScene,
): SubtaskPlan {
  const byId = new Map(below.map((task) => [task.id, task]))
  const children = Map.groupBy(below, (task) => task.parentId)
  const repeated = new Set(below.map((task) => task.repeatsTaskId))
  const plan: SubtaskPlan = {
    ...{ again: new Map(), ahead: new Set(), moved: new Map(), renewed: new Map() },
  }
  const currentUnder = (parentId: string) =>
    (children.get(parentId) ?? []).filter((task) => !repeated.has(task.id))

  /** The occurrence before it, if that was for the same occurrence of the parent. */
  function findEarlier({ repeatsTaskId }: Task, parent: Parent): Task | undefined {
    const earlier = repeatsTaskId === null ? undefined : byId.get(repeatsTaskId)
    return earlier && wasFor(earlier, parent, skips) ? earlier : undefined
  }

  function firstOf(task: Task, parent: Parent): Day | null {
    const earlier = findEarlier(task, parent)
    return earlier?.recurrenceOn ? firstOf(earlier, parent) : task.recurrenceOn
  }

  function decide(task: Task, parent: Parent, isAlong: boolean): SubtaskFate | undefined {
    const firstOn = firstOf(task, parent)
    if (firstOn === null) return undefined
    const subtask = {
      dates: task,
      firstOn,
      isComing: isAlong || findEarlier(task, parent) !== undefined,
      isFinished: !isAlong && (task.completedAt !== null || meantIds.has(task.id)),
    }
    return passWithParent(subtask, parent.passage, ending, view)
  }

  function pass(parentId: string, parent: Parent): void {
    for (const task of currentUnder(parentId)) {
      const fate = decide(task, parent, false)
      if (!fate) {
        plan.again.set(task.id, shiftDates(task, parent.passage))
        pass(task.id, parent)
      } else if (fate.kind === 'ahead') {
        plan.ahead.add(task.id)
        if (fate.next) moveAlong(task.id, fate.next.dates, toParent(task, fate.next))
      } else if (fate.next && ending === 'skipped' && task.completedAt !== null) {
        plan.renewed.set(task.id, fate.next)
      } else if (fate.next) {
        plan.again.set(task.id, fate.next.dates)
        pass(task.id, toParent(task, fate.next))
      }
    }
  }

  function moveAlong(id: string, dates: TaskDates, parent: Parent): void {
    plan.moved.set(id, dates)
    for (const task of currentUnder(id)) {
      const fate = decide(task, parent, true)
      if (!fate) moveAlong(task.id, shiftDates(task, parent.passage), parent)
      else if (fate.next && task.completedAt === null)
        moveAlong(task.id, fate.next.dates, toParent(task, fate.next))
    }
  }

  pass(taskId, { id: taskId, passage: way })
  return plan
}

/** The repeating task above others, at any level, and how it moves on. */
type Parent = {
  id: string
  passage: Passage
}

function toParent({ id }: Task, { passage }: NextDates): Parent {
  return { id, passage }
}

/**
 * Whether a subtask's occurrence was completed for the parent's present one. A skipped parent stays the same
 * task, and keeps the subtasks that were completed for its earlier occurrences.
 */
function wasFor({ completedAt }: Task, { id, passage }: Parent, skips: readonly Skip[]): boolean {
  if (completedAt === null) return true
  const done = Date.parse(completedAt)
  const passed = skips.find(({ taskId, at }) => taskId === id && Date.parse(at) > done)
  return passed === undefined || passed.occurrence === passage.occurrence
}

/** These tasks and all their descendants among the given ones. */
export function idsWithin(rootIds: Iterable<string>, below: readonly Task[]): Set<string> {
  const children = Map.groupBy(below, (task) => task.parentId)
  const ids = new Set(rootIds)
  // Iterating over a set includes elements that are added meanwhile.
  for (const id of ids) for (const child of children.get(id) ?? []) ids.add(child.id)
  return ids
}
