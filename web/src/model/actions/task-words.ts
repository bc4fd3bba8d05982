import type { Task } from '../documents/fields.ts'

/** What tasks are called in a sentence: one by its title, several by their number. */
export function nameTasks(tasks: readonly Pick<Task, 'title'>[]): string {
  const [first] = tasks
  return tasks.length === 1 && first ? `“${first.title}”` : `${tasks.length} tasks`
}

/** The verb that fits them: "is" or "are", "stays" or "stay". */
export function choose(tasks: readonly Task[], one: string, many: string): string {
  return tasks.length === 1 ? one : many
}
