import type { UserDatabase } from '../../db/user-database.ts'
import type { Reminder } from '../../domain/reminders/reminder.ts'
import { notFound } from '../../errors.ts'
import type { Task } from '../task.queries.ts'
import { batchOf, loadTargets, settle } from '../write/task-batch.ts'
import { pickContent } from '../write/task-content.ts'
import { updateContents } from '../write/task-write.queries.ts'

/** A reminder with the task it is of, whose dates decide when it rings. */
export type TaskReminder = { reminder: Reminder; task: Task }

/** Which reminder of which task. */
export type ReminderName = { taskId: string; reminderId: string }

/**
 * Changes what became of one reminder of a task.
 *
 * @param change all reminders of the task afterwards
 * @throws AppError `NOT_FOUND` (task, reminder), `CONFLICT` (in the trash)
 */
export async function changeReminder(
  db: UserDatabase,
  { taskId, reminderId }: ReminderName,
  change: (reminders: readonly Reminder[], id: string) => Reminder[],
): Promise<TaskReminder> {
  const batch = batchOf([{ id: taskId.toLowerCase(), path: ['input', 'taskId'] }])
  const tasks = await loadTargets(db, batch)
  const [target] = settle(batch)
  const task = tasks.get(target?.id ?? '')
  const id = reminderId.toLowerCase()
  if (!task?.reminders?.some((one) => one.id === id))
    throw notFound('reminder', ['input', 'reminderId'])
  const reminders = change(task.reminders, id)
  const [changed] = await updateContents(db, [{ ...pickContent(task), reminders, id: task.id }])
  return findReminder(changed ?? task, id)
}

function findReminder(task: Task, id: string): TaskReminder {
  const reminder = task.reminders?.find((one) => one.id === id)
  if (!reminder) throw new Error(`Expected the reminder ${id} of the task ${task.id}, found none`)
  return { reminder, task }
}
