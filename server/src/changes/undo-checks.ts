import type { UserDatabase } from '../db/user-database.ts'
import type { InputIssue } from '../errors.ts'
import type { LoggedRow } from './change.queries.ts'
import { pathOf } from './tracked-rows.ts'
import { findExisting, findTagsNamed } from './undo.queries.ts'
import { type RowStep, rowId } from './undo-plan.ts'

/** What can't be restored, found before writing: references to missing rows, and tag names that are taken. */
export async function findRestoreIssues(
  db: UserDatabase,
  steps: readonly RowStep[],
): Promise<InputIssue[]> {
  const wanted = steps.flatMap((step) => {
    if (step.kind === 'delete') return []
    const row = step.kind === 'insert' ? step.row : { ...step.current, ...step.patch }
    return [{ table: step.table, row }]
  })
  const ofTable = (table: string) => wanted.filter((one) => one.table === table)
  const [tasks, tags, taskTags] = [ofTable('task'), ofTable('tag'), ofTable('task_tag')]
  if (tasks.length + tags.length + taskTags.length === 0) return []
  const taskIds = [...idsIn(taskTags, 'task_id'), ...idsIn(tasks, 'repeats_task_id')]
  const find = async (table: 'list' | 'task' | 'tag', ids: readonly string[]) =>
    afterSteps(table, await findExisting(db, table, ids), steps)
  const there = {
    list: await find('list', idsIn(tasks, 'list_id')),
    task: await find('task', taskIds),
    tag: await find('tag', idsIn(taskTags, 'tag_id')),
  }
  const issues: InputIssue[] = []
  for (const { row } of tasks) {
    if (!there.list.has(row.list_id))
      issues.push({ path: pathOf('task', row, 'list_id'), message: 'Its list is gone for good.' })
    if (row.repeats_task_id != null && !there.task.has(row.repeats_task_id))
      issues.push({
        path: pathOf('task', row, 'repeats_task_id'),
        message: 'The task it repeats is gone for good.',
      })
  }
  for (const { row } of taskTags)
    if (!there.task.has(row.task_id) || !there.tag.has(row.tag_id))
      issues.push({
        path: pathOf('task_tag', row),
        message: 'The tag or the task is gone for good.',
      })
  return [...issues, ...(await findTakenNames(db, tags, steps))]
}

async function findTakenNames(
  db: UserDatabase,
  tags: readonly { row: LoggedRow }[],
  steps: readonly RowStep[],
): Promise<InputIssue[]> {
  if (tags.length === 0) return []
  const names = tags.map(({ row }) => String(row.name_key))
  const planned = new Set(steps.filter((step) => step.table === 'tag').map(rowId))
  const holders = (await findTagsNamed(db, names)).filter(({ id }) => !planned.has(id))
  const taken = new Set(holders.map((holder) => holder.name_key))
  return tags
    .filter(({ row }) => taken.has(String(row.name_key)))
    .map(({ row }) => ({
      path: pathOf('tag', row, 'name'),
      message: 'Another tag has this name now.',
    }))
}

function afterSteps(
  table: string,
  existing: readonly { id: string }[],
  steps: readonly RowStep[],
): Set<unknown> {
  const ids = new Set<unknown>(existing.map(({ id }) => id))
  for (const step of steps) {
    if (step.table !== table) continue
    if (step.kind === 'insert') ids.add(step.row.id)
    else if (step.kind === 'delete') ids.delete(step.row.id)
  }
  return ids
}

function idsIn(rows: readonly { row: LoggedRow }[], column: string): string[] {
  return [...new Set(rows.flatMap(({ row }) => (row[column] == null ? [] : String(row[column]))))]
}
