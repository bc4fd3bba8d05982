import type { Task } from '../../model/documents/fields.ts'
import type { TaskGroup } from './group-tasks.ts'
import { countSameEnds } from './same-ends.ts'

/** The headings and rows of a list, from top to bottom. */
export type ListItem =
  | { kind: 'heading'; key: string; group: TaskGroup }
  | { kind: 'row'; key: string; task: Task }

/**
 * Makes a function that lays groups out as one sequence of headings and rows; a task may be in several
 * groups. Most places are one group, with each task once. It may hold ten thousand, so each call reuses
 * the rows at its start and end whose tasks are the same.
 */
export function createListLayout(): (groups: readonly TaskGroup[]) => readonly ListItem[] {
  let last: LaidOut = { tasks: [], rows: [] }
  return (groups) => {
    const [group] = groups
    if (groups.length !== 1 || !group) return layOutGroups(groups)
    last = { tasks: group.tasks, rows: layOutAgain(last, group.tasks) }
    return headingOf(group).concat(last.rows)
  }
}

type LaidOut = { tasks: readonly Task[]; rows: readonly ListItem[] }

function layOutAgain(last: LaidOut, tasks: readonly Task[]): readonly ListItem[] {
  const { start, end } = countSameEnds(last.tasks, tasks, Object.is)
  const changed = tasks.slice(start, tasks.length - end).map((task) => layOutRow(task, task.id))
  return last.rows.slice(0, start).concat(changed, last.rows.slice(last.rows.length - end))
}

function layOutGroups(groups: readonly TaskGroup[]): ListItem[] {
  const known = new Set<string>()
  function keyIn(group: TaskGroup, { id }: Task): string {
    const key = known.has(id) ? `${id} ${group.key}` : id
    known.add(id)
    return key
  }
  return groups.flatMap((group) => [
    ...headingOf(group),
    ...group.tasks.map((task) => layOutRow(task, keyIn(group, task))),
  ])
}

function headingOf(group: TaskGroup): ListItem[] {
  return group.title ? [{ kind: 'heading', key: `heading ${group.key}`, group }] : []
}

function layOutRow(task: Task, key: string): ListItem {
  return { kind: 'row', key, task }
}

/** The tasks of groups from top to bottom, one in several groups only once. */
export function listTasks(groups: readonly TaskGroup[]): readonly Task[] {
  if (groups.length === 1) return groups[0]?.tasks ?? []
  return [...new Set(groups.flatMap(({ tasks }) => tasks))]
}
