import type { TaskFilterInput } from '../../domain/filter/filter-input.ts'
import { AppError, type InputIssue } from '../../errors.ts'
import { readTaskOrder, type TaskOrderInput } from '../read/task-order.ts'
import { readTaskFilter } from './task-filter.ts'

type Path = readonly (string | number)[]

/**
 * What is wrong with a filter that is to be stored. No zone is needed, because none makes a filter
 * valid or invalid.
 */
export function findFilterIssues(filter: TaskFilterInput, path: Path): readonly InputIssue[] {
  const viewpoint = { now: Temporal.Now.instant(), timeZone: 'UTC' }
  return issuesOf(() => readTaskFilter(filter, viewpoint, path))
}

/** What is wrong with an order that is to be stored. */
export function findOrderIssues(
  order: readonly TaskOrderInput[],
  path: Path,
): readonly InputIssue[] {
  return issuesOf(() => readTaskOrder(order, path))
}

function issuesOf(read: () => unknown): readonly InputIssue[] {
  try {
    read()
    return []
  } catch (error) {
    if (error instanceof AppError && error.code === 'BAD_USER_INPUT') return error.issues ?? []
    throw error
  }
}
