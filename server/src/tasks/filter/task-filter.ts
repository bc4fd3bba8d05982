import type { Viewpoint } from '../../domain/dates/due-date.ts'
import type { Condition } from '../../domain/filter/condition.ts'
import type { TaskFilterInput } from '../../domain/filter/filter-input.ts'
import { outsideTrash, readFilter } from '../../domain/filter/read-filter.ts'
import { badUserInput } from '../../errors.ts'

/**
 * Reads a filter for a person, whose zone decides which day is today. Without a filter: everything
 * outside the trash.
 *
 * @throws AppError `BAD_USER_INPUT` with every problem, paths beginning with `path`
 */
export function readTaskFilter(
  filter: TaskFilterInput | null | undefined,
  viewpoint: Viewpoint,
  path: readonly (string | number)[] = ['filter'],
): Condition {
  if (filter == null) return outsideTrash
  const read = readFilter(filter, viewpoint, path)
  if (!read.ok) throw badUserInput(read.issues)
  return read.condition
}
