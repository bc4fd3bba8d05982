import type { GraphQLResolveInfo } from 'graphql'
import type { DryRun } from '../changes/dry-run.ts'
import { badUserInput } from '../errors.ts'
import { builder } from './builder.ts'
import { listSelectedFields } from './selected-fields.ts'

/** Every payload has one; the room of the log says what it is made of. */
export const DryRunType = builder.objectRef<DryRun>('DryRun')

/**
 * Refuses to show more of a dry run than what would change: nothing else has come about.
 *
 * @throws AppError `BAD_USER_INPUT`
 */
export function assertShowsOnlyDryRun(info: GraphQLResolveInfo): void {
  const others = listSelectedFields(info).filter(
    (field) => field !== 'wouldChange' && field !== '__typename',
  )
  if (others.length === 0) return
  const message = `Of a dry run only wouldChange can be asked for, and not ${others.slice(0, 5).join(', ')}.`
  throw badUserInput([{ path: ['input', 'dryRun'], message }])
}
