import type { Task } from '../../model/fields.ts'
import type { TaskGroup } from './group-tasks.ts'

/** What stands in a list from top to bottom. */
export type ListItem =
  | { kind: 'heading'; key: string; group: TaskGroup }
  | { kind: 'row'; key: string; task: Task }

/** Lays groups out as one sequence of headings and rows; a task may stand in several groups. */
export function layOutGroups(groups: readonly TaskGroup[]): ListItem[] {
  const known = new Set<string>()
  return groups.flatMap((group): ListItem[] => {
    const rows = group.tasks.map((task): ListItem => {
      const key = known.has(task.id) ? `${task.id} ${group.key}` : task.id
      known.add(task.id)
      return { kind: 'row', key, task }
    })
    return group.title ? [{ kind: 'heading', key: `heading ${group.key}`, group }, ...rows] : rows
  })
}

/** The tasks of the rows from top to bottom, one that stands in several groups once. */
export function listTasks(items: readonly ListItem[]): Task[] {
  return [...new Set(items.flatMap((item) => (item.kind === 'row' ? item.task : [])))]
}
