import type { SortKey } from '../../db/keyset.ts'
import type { Column } from '../../domain/filter/columns.ts'
import {
  allOf,
  asksForInbox,
  type Condition,
  listTests,
  type Test,
} from '../../domain/filter/condition.ts'

/** The conditions that an index of the order can check, and those that are checked for each of its rows. */
export type IndexedAndResidual = {
  indexed: Condition
  residual: Condition
  /**
   * How many rows to look through. Of words there are fewer, because PostgreSQL estimates better
   * how rare they are.
   */
  rows: number
}

const mostRows = 1_500
const mostRowsForWords = 300

/**
 * Splits a condition for looking through the rows of an order one by one. Undefined where that
 * doesn't help: no condition is residual, another index finds the tasks directly, or no index has
 * the order.
 */
export function splitByIndex(
  condition: Condition,
  order: readonly SortKey[],
): IndexedAndResidual | undefined {
  const parts = listParts(condition)
  const indexed = parts.filter(isIndexed)
  const residual = parts.filter((part) => !isIndexed(part))
  const tests = residual.flatMap(listTests)
  const sortedBy = order[0]?.column
  const isWay = tests.length > 0 && tests.every((test) => isLookedUp(test, sortedBy))
  if (!isWay || !hasIndex(indexed, sortedBy)) return undefined
  const rows = tests.some(({ kind }) => kind === 'hasWord') ? mostRowsForWords : mostRows
  return { indexed: allOf(indexed), residual: allOf(residual), rows }
}

/** Everything that must be true, however it is nested. */
function listParts(condition: Condition): readonly Condition[] {
  return condition.kind === 'and' ? condition.of.flatMap(listParts) : [condition]
}

// Every index of tasks contains those that are open, completed, or outside the trash.
function isIndexed(condition: Condition): boolean {
  return (
    'test' in condition &&
    condition.test.kind === 'isNull' &&
    (condition.test.column === 'task.deleted_at' || condition.test.column === 'task.completed_at')
  )
}

/** The columns of indexes; all other columns are checked in the row. */
const columnsOfIndexes: ReadonlySet<Column> = new Set<Column>([
  'task.id',
  'task.list_id',
  'task.parent_id',
  'task.due_on',
  'task.due_at',
  'task.planned_on',
  'task.completed_at',
  'task.created_at',
  'task.deleted_at',
])

function isLookedUp(test: Test, sortedBy: string | undefined): boolean {
  // The index of an order can check a range of the order's first column.
  if ('column' in test) return !columnsOfIndexes.has(test.column) && test.column !== sortedBy
  if (test.kind === 'inList') return !asksForInbox(test.where)
  return test.kind === 'hasTag' || test.kind === 'hasWord'
}

/** Whether an index begins with the order, among the rows that `indexed` lets through. */
function hasIndex(indexed: readonly Condition[], sortedBy: string | undefined): boolean {
  const says = (kind: 'is' | 'not', column: Column) =>
    indexed.some((one) => one.kind === kind && 'column' in one.test && one.test.column === column)
  if (!says('is', 'task.deleted_at')) return false
  switch (sortedBy) {
    case 'task.created_at':
      return true
    case 'task.due_on':
    case 'task.priority':
      return says('is', 'task.completed_at')
    case 'task.completed_at':
      return says('not', 'task.completed_at')
    default:
      return false
  }
}
