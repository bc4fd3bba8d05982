import type { UserDatabase } from '../db/user-database.ts'
import { maxSubtaskDepth } from '../domain/limits.ts'
import { judgeListAndParent, judgeRoom, type TreeParent } from '../domain/tree.ts'
import type { InputIssue } from '../errors.ts'
import { countSubtasks } from '../tasks/write/task-tree.queries.ts'
import { listTreeRows, type TreeRow } from './undo-judging.queries.ts'
import { type RowStep, rowId } from './undo-plan.ts'

export type TreeIssues = {
  /** Rows that would break the tree's rules now, because of later changes. */
  misplaced: InputIssue[]
  /** Rows that only exceed a limit. */
  excesses: InputIssue[]
}

/**
 * After writing: which tasks break the tree's rules, by the same judge as for a create or move. The limits
 * apply only to tasks that the steps have placed; the other rules apply also to tasks under them, and to tasks
 * in a list that goes into the trash.
 */
export async function judgeTree(db: UserDatabase, steps: readonly RowStep[]): Promise<TreeIssues> {
  const issues: TreeIssues = { misplaced: [], excesses: [] }
  const tasks = steps.filter(isPlacing).map(rowId)
  const lists = steps.filter(isTrashingList).map(rowId)
  if (tasks.length + lists.length === 0) return issues
  const rows = await listTreeRows(db, { tasks, parents: tasks, lists })
  const arriving = new Map(steps.filter(isArriving).map((step) => [rowId(step), step]))
  const { known, levels } = await explore(db, rows, steps.filter(isMove).map(rowId))
  const counts = await countUnder(db, rows, arriving)

  for (const row of rows) {
    const complain = (field: string, message: string) =>
      issues.misplaced.push({ path: ['task', row.id, field], message })
    const parent = known.get(row.parentId ?? '')
    const step = arriving.get(row.id)
    const treeParent = parent && toParent(parent, step ? known : undefined, counts)
    const list = { isTrashed: row.isListTrashed }
    const problems = judgeListAndParent({ ...row, list, parent: treeParent })
    for (const { rule, message } of problems)
      complain(rule.endsWith('in-trash') ? 'deletedAt' : 'parentId', message)
    if (!row.isTrashed && !row.isCompleted && parent?.isCompleted)
      complain('completedAt', 'Its parent is completed; reopen that first.')
    if (!step || !treeParent || problems.length > 0) continue
    const subtaskCount = row.isTrashed ? 0 : treeParent.subtaskCount
    const arrival = { count: 0, levels: levels.get(row.id) ?? 0 }
    const excess = judgeRoom({ ...treeParent, subtaskCount }, arrival)
    if (excess)
      issues.excesses.push({ path: ['task', row.id, 'parentId'], message: excess.message })
  }
  return issues
}

/** Moves the row to another list or parent, or changes what is allowed there. */
function isPlacing(step: RowStep): boolean {
  if (step.table !== 'task' || step.kind === 'delete') return false
  const columns = ['list_id', 'parent_id', 'deleted_at', 'completed_at']
  return step.kind === 'insert' || columns.some((column) => column in step.patch)
}

/** Adds it to its parent's subtasks. */
function isArriving(step: RowStep): boolean {
  if (isMove(step)) return true
  return step.table === 'task' && step.kind === 'update' && step.patch.deleted_at === null
}

function isMove(step: RowStep): boolean {
  if (step.table !== 'task') return false
  if (step.kind !== 'update') return step.kind === 'insert'
  const { current, patch } = step
  return 'parent_id' in patch && (patch.parent_id ?? null) !== (current.parent_id ?? null)
}

function isTrashingList(step: RowStep): boolean {
  return step.table === 'list' && step.kind === 'update' && step.patch.deleted_at != null
}

function toParent(
  row: TreeRow,
  known: ReadonlyMap<string, TreeRow> | undefined,
  counts: ReadonlyMap<string, number>,
): TreeParent {
  const ancestorIds: string[] = []
  let above = known?.get(row.parentId ?? '')
  // In a circle of parents there is always one more above.
  while (above && ancestorIds.length <= maxSubtaskDepth) {
    ancestorIds.push(above.id)
    above = known?.get(above.parentId ?? '')
  }
  return { ...row, ancestorIds, subtaskCount: counts.get(row.id) ?? 0 }
}

type TreeAround = {
  /** The rows and those they are under, by id. */
  known: Map<string, TreeRow>
  /** How many levels are under each moved task that has any. */
  levels: Map<string, number>
}

/**
 * The ancestors and descendants, as many levels as a tree may have and one more: one statement for each level
 * up and down.
 *
 * @param rows as `listTreeRows` gives them, with all subtasks of what was moved
 */
async function explore(
  db: UserDatabase,
  rows: readonly TreeRow[],
  movedIds: readonly string[],
): Promise<TreeAround> {
  const known = new Map(rows.map((row) => [row.id, row]))
  const levels = new Map<string, number>()
  let found = rows
  let highest = rows
  let lowest = new Map(movedIds.map((id) => [id, new Set([id])]))
  for (let level = 1; level <= maxSubtaskDepth + 2; level += 1) {
    const below = new Map<string, Set<string>>()
    for (const { id, parentId } of found) {
      const over = lowest.get(parentId ?? '')
      for (const moved of over ?? []) levels.set(moved, level)
      if (over) below.set(id, over)
    }
    lowest = below
    const above = new Set(highest.flatMap(({ parentId }) => parentId ?? []))
    const tasks = [...above].filter((id) => !known.has(id))
    if (tasks.length + lowest.size === 0) break
    found = await listTreeRows(db, { tasks, parents: [...lowest.keys()] })
    highest = found.filter(({ id }) => above.has(id) && !known.has(id))
    for (const row of highest) known.set(row.id, row)
  }
  return { known, levels }
}

async function countUnder(
  db: UserDatabase,
  rows: readonly TreeRow[],
  arriving: ReadonlyMap<string, RowStep>,
): Promise<Map<string, number>> {
  const entered = rows
    .filter(({ id }) => arriving.has(id))
    .flatMap(({ parentId }) => parentId ?? [])
  if (entered.length === 0) return new Map()
  const counts = await countSubtasks(db, [...new Set(entered)])
  return new Map(counts.map(({ parentId, total }) => [parentId, total]))
}
