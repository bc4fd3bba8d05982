import { maxSubtaskDepth } from '../domain/limits.ts'
import { tagNameKey } from '../domain/tag-name.ts'
import type { InputIssue } from '../errors.ts'
import type { TaskEntry, TransferFile } from './transfer-format.ts'

/** What is wrong between the entries of a file: ids that lead nowhere, places taken twice, rings. */
export function listReferenceIssues(file: TransferFile): InputIssue[] {
  const inboxes = file.lists.filter((list) => list.isInbox).length
  const message = `Exactly one list is the inbox, and here ${inboxes} are.`
  return [
    ...(inboxes === 1 ? [] : [{ path: ['lists'], message }]),
    ...(['lists', 'tags', 'views', 'tasks'] as const).flatMap((section) =>
      listTwice<{ id: string }>(
        file[section],
        (entry) => entry.id,
        [section],
        'id',
        'Another one has this id.',
      ),
    ),
    ...(['lists', 'views'] as const).flatMap((section) =>
      listTwice<{ position: string }>(
        file[section],
        (entry) => entry.position,
        [section],
        'position',
        takenPlace,
      ),
    ),
    ...listTwice(file.tags, (tag) => tagNameKey(tag.name), ['tags'], 'name', 'Another tag has it.'),
    ...listTwice(file.tasks, siblingPlace, ['tasks'], 'position', takenPlace),
    ...listTwice(
      file.tasks,
      (task) => task.repeatsTaskId,
      ['tasks'],
      'repeatsTaskId',
      'Another task is the next one of this already.',
    ),
    ...listTaskIssues(file),
  ]
}

const takenPlace = 'Another one stands at this position.'

function siblingPlace({ listId, parentId, position }: TaskEntry): string {
  return `${listId}:${parentId}:${position}`
}

function listTwice<Entry>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string | undefined,
  path: string[],
  field: string,
  message: string,
): InputIssue[] {
  const seen = new Set<string>()
  return entries.flatMap((entry, nth) => {
    const key = keyOf(entry)
    if (key === undefined || !seen.has(key)) {
      if (key !== undefined) seen.add(key)
      return []
    }
    return [{ path: [...path, nth, field], message }]
  })
}

function listTaskIssues(file: TransferFile): InputIssue[] {
  const lists = new Map(file.lists.map((list) => [list.id, list]))
  const tags = new Set(file.tags.map((tag) => tag.id))
  const tasks = new Map(file.tasks.map((task) => [task.id, task]))
  return file.tasks.flatMap((task, nth) => {
    const issues: InputIssue[] = []
    const complain = (field: string, message: string) =>
      void issues.push({ path: ['tasks', nth, field], message })
    const list = lists.get(task.listId)
    const parent = task.parentId === undefined ? undefined : tasks.get(task.parentId)
    if (!list) complain('listId', 'No list of the file has this id.')
    if (task.parentId !== undefined && parent?.listId !== task.listId)
      complain('parentId', 'No task in the same list has this id.')
    if (parent && countAncestors(task, tasks) > maxSubtaskDepth)
      complain('parentId', `It is under itself, or deeper than ${maxSubtaskDepth} levels.`)
    if (task.tagIds.some((id) => !tags.has(id))) complain('tagIds', 'No tag has one of these ids.')
    if (new Set(task.tagIds).size < task.tagIds.length) complain('tagIds', 'One is there twice.')
    if (task.repeatsTaskId !== undefined && !tasks.has(task.repeatsTaskId))
      complain('repeatsTaskId', 'No task of the file has this id.')
    if (!task.deletedAt && (list?.deletedAt || parent?.deletedAt))
      complain('deletedAt', 'Its list or parent is in the trash, and so it must be there too.')
    if (!task.deletedAt && !task.completedAt && parent?.completedAt)
      complain('completedAt', 'Its parent is completed, and so it must be too.')
    return issues
  })
}

/** No more than one above the limit, so that a ring ends. */
function countAncestors(task: TaskEntry, tasks: ReadonlyMap<string, TaskEntry>): number {
  let count = 0
  let above = task.parentId
  while (above !== undefined && count <= maxSubtaskDepth) {
    count += 1
    above = tasks.get(above)?.parentId
  }
  return count
}
