import { addDays, type Day } from '../../server/src/domain/dates/day.ts'
import { combineTask } from './combined.ts'
import type { TaskContext } from './context.ts'
import { toDemoId } from './ids.ts'
import { type WrittenTask, writtenTasks } from './written.ts'

export type DemoTask = {
  /** A `NewTaskInput` of the API. */
  input: { id: string; title: string } & Record<string, unknown>
  isDone: boolean
}

export type DemoTaskOptions = TaskContext & {
  /** What the ids are derived from. */
  owner: string
  /** What the due days are counted from. */
  today: Day
}

/**
 * The same tasks every time, as many as asked for: first those written by hand, then combined ones.
 * A parent comes before its subtasks.
 */
export function listDemoTasks(count: number, options: DemoTaskOptions): DemoTask[] {
  let parentId: string | undefined
  return Array.from({ length: count }, (_, index) => {
    const written = writtenTasks[index] ?? combineTask(index)
    const id = toDemoId(options.owner, index)
    if (!written.isSubtask) parentId = id
    return {
      input: toInput(written, { ...options, id, parentId }),
      isDone: written.isDone ?? false,
    }
  })
}

function toInput(
  task: WrittenTask,
  {
    id,
    parentId,
    lists,
    tags,
    today,
  }: DemoTaskOptions & { id: string; parentId: string | undefined },
): DemoTask['input'] {
  const { dueInDays, startInDays, list, repeats } = task
  return {
    id,
    title: task.title,
    description: task.notes,
    priority: task.priority,
    dueOn: dueInDays === undefined ? undefined : addDays(today, dueInDays),
    dueTime: task.dueTime,
    startOn: startInDays === undefined ? undefined : addDays(today, startInDays),
    recurrence: repeats,
    tagIds: task.tags?.flatMap((tag) => tags.get(tag) ?? []),
    ...(task.isSubtask ? { parentId } : { listId: list && lists.get(list) }),
  }
}
