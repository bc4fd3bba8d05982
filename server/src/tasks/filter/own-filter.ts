import type { Viewpoint } from '../../domain/dates/due-date.ts'
import type { Condition } from '../../domain/filter/condition.ts'
import type { TaskFilterInput } from '../../domain/filter/filter-input.ts'
import type { RequestContext } from '../../graphql/context.ts'
import { readTaskFilter } from './task-filter.ts'

/**
 * Reads a filter for the person who asks. Their zone is loaded only if the filter needs it, as a
 * due state or a duration does.
 *
 * @throws AppError `BAD_USER_INPUT` as `readTaskFilter` does
 */
export async function readOwnFilter(
  context: RequestContext,
  filter: TaskFilterInput | null | undefined,
): Promise<Condition> {
  const now = Temporal.Now.instant()
  let dependsOnZone = false
  const anywhere: Viewpoint = {
    now,
    get timeZone() {
      dependsOnZone = true
      return 'UTC'
    },
  }
  const condition = readTaskFilter(filter, anywhere)
  if (!dependsOnZone) return condition
  return readTaskFilter(filter, { now, timeZone: await context.loaders.timeZone.load('own') })
}
