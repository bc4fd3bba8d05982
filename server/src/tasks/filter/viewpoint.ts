import type { Viewpoint } from '../../domain/dates/due-date.ts'
import type { TaskFilterInput } from '../../domain/filter/filter-input.ts'
import type { RequestContext } from '../../graphql/context.ts'

/** Who asks and when. The person's zone is only looked up where the filter depends on it. */
export async function readViewpoint(
  context: RequestContext,
  filter: TaskFilterInput | null | undefined,
): Promise<Viewpoint> {
  const now = Temporal.Now.instant()
  if (!dependsOnZone(filter)) return { now, timeZone: 'UTC' }
  return { now, timeZone: await context.loaders.timeZone.load('own') }
}

/** A due state, or a text that can be a duration. Rather once too often than not at all. */
function dependsOnZone(filter: TaskFilterInput | null | undefined): boolean {
  return filter != null && /"dueState"|"[+-]?P/i.test(JSON.stringify(filter))
}
