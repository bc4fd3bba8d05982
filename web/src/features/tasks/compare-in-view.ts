import type { TaskOrder } from '../../gql/graphql.ts'
import { compareTasks } from '../../model/cache/task-order.ts'
import type { SavedView, Task } from '../../model/documents/fields.ts'
import type { ReadTask } from '../../model/read-task.ts'

/** Negative when a view with this order shows the first task before the second. */
export function compareInView(orderBy: SavedView['orderBy']): (a: Task, b: Task) => number {
  return (a, b) => compareTasks(orderBy as TaskOrder[], readerOf(a), readerOf(b))
}

/** Orders use only fields of the task itself. */
function readerOf(task: Task): ReadTask {
  return (field) => task[field as keyof Task]
}
