import { anyOf } from '../db/any-of.ts'
import type { UserDatabase } from '../db/user-database.ts'
import {
  type ColumnOf,
  type ContentField,
  columnOf,
  type TaskField,
  taskFieldNames,
  type ValuesOf,
} from '../domain/task-fields/field-types.ts'

type TaskSelection = { [Field in TaskField]: `task.${ColumnOf<Field>} as ${Field}` }[TaskField]

export const taskColumns = taskFieldNames.map(
  (field) => `task.${columnOf(field)} as ${field}` as TaskSelection,
)

/** What a person writes of a task, and what follows from it. */
export type TaskContent = ValuesOf<ContentField>

export type Task = ValuesOf<TaskField>

/** The tasks with these ids, those in the trash too, in no order. */
export function findTasks(db: UserDatabase, ids: readonly string[]): Promise<Task[]> {
  return db.selectFrom('task').select(taskColumns).where('task.id', '=', anyOf(ids)).execute()
}

export async function findTask(db: UserDatabase, id: string): Promise<Task | undefined> {
  const [task] = await findTasks(db, [id])
  return task
}
