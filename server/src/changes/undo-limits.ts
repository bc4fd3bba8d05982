import type { UserDatabase } from '../db/user-database.ts'
import { findExcess } from '../domain/excess.ts'
import type { InputIssue } from '../errors.ts'
import { pathOf } from './tracked-rows.ts'
import { countRows, countTagsOfTasks } from './undo-judging.queries.ts'
import type { RowStep } from './undo-plan.ts'

const counted = [
  { table: 'list', limit: 'lists' },
  { table: 'tag', limit: 'tags' },
  { table: 'saved_view', limit: 'views' },
] as const

/** After writing: which limits of a create would be exceeded; the tree has its own rules. */
export async function findExcesses(
  db: UserDatabase,
  steps: readonly RowStep[],
): Promise<InputIssue[]> {
  const inserts = (table: RowStep['table']) =>
    steps.flatMap((step) => (step.table === table && step.kind === 'insert' ? [step.row] : []))
  const issues: InputIssue[] = []
  for (const { table, limit } of counted) {
    const rows = inserts(table)
    const excess = rows.length > 0 ? findExcess(limit, await countRows(db, table)) : undefined
    if (excess)
      issues.push(...rows.map((row) => ({ path: pathOf(table, row), message: excess.message })))
  }
  const tagged = [...new Set(inserts('task_tag').map((row) => String(row.task_id)))]
  for (const { taskId, count } of tagged.length > 0 ? await countTagsOfTasks(db, tagged) : []) {
    const excess = findExcess('tagsOfTask', count)
    if (excess) issues.push({ path: ['task', taskId, 'tags'], message: excess.message })
  }
  return issues
}
