import type { SortKey } from '../../db/keyset.ts'
import type { Column } from '../../domain/filter/columns.ts'
import {
  allOf,
  asksForInbox,
  type Condition,
  listTests,
  type Test,
} from '../../domain/filter/condition.ts'

/** What an index of the order knows, and what must be looked up for each row of it. */
export type IndexedAndResidual = {
  indexed: Condition
  residual: Condition
  /** How many rows are worth it: of words PostgreSQL knows better how rare they are. */
  rows: number
}

const mostRows = 1_500
const mostRowsForWords = 300

/**
 * Parts a condition for looking through the rows of an order one by one; undefined where that is not
 * the way: nothing has to be looked up, an index leads to what is asked for, or none has the order.
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

/** What must all be true, however it is nested. */
function listParts(condition: Condition): readonly Condition[] {
  return condition.kind === 'and' ? condition.of.flatMap(listParts) : [condition]
}

// Every index of tasks holds those that are open, completed, or outside the trash.
function isIndexed(condition: Condition): boolean {
  return (
    'test' in condition &&
    condition.test.kind === 'isNull' &&
    (condition.test.column === 'task.deleted_at' || condition.test.column === 'task.completed_at')
  )
}

/** What indexes lead to; all other columns are looked up in the row. */
const columnsOfIndexes: ReadonlySet<Column> = new Set<Column>([
  'task.id',
  'task.list_id',
  'task.parent_id',
  'task.due_on',
  'task.due_at',
  'task.completed_at',
  'task.created_at',
  'task.deleted_at',
])

function isLookedUp(test: Test, sortedBy: string | undefined): boolean {
  // Of what the order begins with, its index knows the range.
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
