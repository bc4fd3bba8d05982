import type { Task } from '../../model/fields.ts'
import type { TaskGroup } from './group-tasks.ts'

/** What stands in a list from top to bottom. */
export type ListItem =
  | { kind: 'heading'; key: string; group: TaskGroup }
  | { kind: 'row'; key: string; task: Task }

/** Lays groups out as one sequence of headings and rows; a task may stand in several groups. */
export function layOutGroups(groups: readonly TaskGroup[]): ListItem[] {
  // Most places are one group, in which a task stands once; it may hold ten thousand.
  if (groups.length === 1) return layOutGroup(groups[0], ({ id }) => id)
  const known = new Set<string>()
  return groups.flatMap((group) =>
    layOutGroup(group, ({ id }) => {
      const key = known.has(id) ? `${id} ${group.key}` : id
      known.add(id)
      return key
    }),
  )
}

function layOutGroup(group: TaskGroup | undefined, keyOf: (task: Task) => string): ListItem[] {
  if (!group) return []
  const rows = group.tasks.map((task): ListItem => ({ kind: 'row', key: keyOf(task), task }))
  return group.title ? [{ kind: 'heading', key: `heading ${group.key}`, group }, ...rows] : rows
}

/** The tasks of groups from top to bottom, one that stands in several groups once. */
export function listTasks(groups: readonly TaskGroup[]): readonly Task[] {
  if (groups.length === 1) return groups[0]?.tasks ?? []
  return [...new Set(groups.flatMap(({ tasks }) => tasks))]
}
