import { maxSubtaskDepth } from '../domain/limits.ts'
import { judgeListAndParent, judgeRoom, type TreeParent } from '../domain/tree.ts'
import type { FileIssues } from './file-issues.ts'
import { forEachInSlices } from './slices.ts'
import type { TaskEntry, TransferFile } from './transfer-format.ts'

/**
 * Adds what is wrong between the entries of a file: ids that lead nowhere, positions taken twice,
 * rings, too many subtasks under one task.
 */
export async function checkReferences(file: TransferFile, issues: FileIssues): Promise<void> {
  const inboxes = file.lists.filter((list) => list.isInbox).length
  if (inboxes !== 1)
    issues.add({
      path: ['lists'],
      message: `Exactly one list is the inbox, and here ${inboxes} are.`,
    })
  for (const section of ['lists', 'tags', 'views', 'tasks'] as const)
    await checkUnique<{ id: string }>(file[section], issues, {
      ...{ section, field: 'id', message: 'Another one has this id.' },
      keyOf: (entry) => entry.id,
    })
  for (const section of ['lists', 'views'] as const)
    await checkUnique<{ position: string }>(file[section], issues, {
      ...{ section, field: 'position', message: takenPosition },
      keyOf: (entry) => entry.position,
    })
  await checkUnique(file.tasks, issues, {
    ...{ section: 'tasks', field: 'position', message: takenPosition },
    keyOf: ({ listId, parentId, position }) => `${listId}:${parentId}:${position}`,
  })
  await checkUnique(file.tasks, issues, {
    ...{ section: 'tasks', field: 'repeatsTaskId' },
    message: 'Another task is the next one of this already.',
    keyOf: (task) => task.repeatsTaskId,
  })
  await checkTasks(file, issues)
}

const takenPosition = 'Another one is at this position.'

type Unique<Entry> = {
  section: string
  field: string
  message: string
  keyOf: (entry: Entry) => string | undefined
}

async function checkUnique<Entry>(
  entries: readonly Entry[],
  issues: FileIssues,
  { section, field, message, keyOf }: Unique<Entry>,
): Promise<void> {
  const seen = new Set<string>()
  await forEachInSlices(entries, (entry, nth) => {
    const key = keyOf(entry)
    if (key === undefined) return
    if (seen.has(key)) issues.add({ path: [section, nth, field], message })
    seen.add(key)
  })
}

async function checkTasks(file: TransferFile, issues: FileIssues): Promise<void> {
  const lists = new Map(file.lists.map((list) => [list.id, list]))
  const tags = new Set(file.tags.map((tag) => tag.id))
  const tasks = new Map<string, TaskEntry>()
  await forEachInSlices(file.tasks, (task) => void tasks.set(task.id, task))
  const widths = new Map<string, number>()
  await forEachInSlices(file.tasks, (task, nth) => {
    const complain = (field: string, message: string, kind: 'rule' | 'limit' = 'rule') =>
      issues.add({ path: ['tasks', nth, field], message }, kind)
    const list = lists.get(task.listId)
    const parent = task.parentId === undefined ? undefined : tasks.get(task.parentId)
    if (!list) complain('listId', 'No list of the file has this id.')
    if (task.parentId !== undefined && !parent)
      complain('parentId', 'No task of the file has this id.')
    const treeParent = parent && toTreeParent(parent, tasks, widths.get(parent.id))
    for (const { rule, message } of judgeListAndParent({
      ...{ id: task.id, isTrashed: isTrashed(task), listId: task.listId, parent: treeParent },
      list: list && { isTrashed: isTrashed(list) },
    }))
      complain(rule.endsWith('in-trash') ? 'deletedAt' : 'parentId', message)
    if (treeParent) {
      const count = isTrashed(task) ? 0 : 1
      widths.set(treeParent.id, treeParent.subtaskCount + count)
      const excess = judgeRoom(treeParent, { count, levels: 0 })
      if (excess) complain('parentId', excess.message, 'limit')
    }
    if (task.tagIds.some((id) => !tags.has(id))) complain('tagIds', 'No tag has one of these ids.')
    if (new Set(task.tagIds).size < task.tagIds.length) complain('tagIds', 'One is there twice.')
    if (task.repeatsTaskId !== undefined && !tasks.has(task.repeatsTaskId))
      complain('repeatsTaskId', 'No task of the file has this id.')
    if (!task.deletedAt && !task.completedAt && parent?.completedAt)
      complain('completedAt', 'Its parent is completed, and so it must be too.')
  })
}

function toTreeParent(
  task: TaskEntry,
  tasks: ReadonlyMap<string, TaskEntry>,
  subtaskCount = 0,
): TreeParent {
  const ancestorIds: string[] = []
  let above = task.parentId
  // In a ring there is always one more above.
  while (above !== undefined && ancestorIds.length <= maxSubtaskDepth) {
    ancestorIds.push(above)
    above = tasks.get(above)?.parentId
  }
  const { id, listId } = task
  return { id, listId, isTrashed: isTrashed(task), ancestorIds, subtaskCount }
}

function isTrashed({ deletedAt }: { deletedAt?: string | undefined }): boolean {
  return deletedAt !== undefined
}
