import type { JobContext } from './job.ts'
import { listPeople } from './people.queries.ts'

const peopleAtOnce = 500

/**
 * Does something for everybody, one after the other. A failure for one person is logged and doesn't affect
 * the others; the next run tries it again.
 *
 * @param what its name in the log, such as "cleaning up"
 */
export async function forEachPerson(
  what: string,
  { owner, logger, signal }: Pick<JobContext, 'owner' | 'logger'> & { signal?: AbortSignal },
  work: (userId: string) => Promise<void>,
): Promise<void> {
  for (let after = ''; !signal?.aborted; ) {
    const people = await listPeople(owner, after, peopleAtOnce)
    for (const userId of people) {
      if (signal?.aborted) break
      try {
        await work(userId)
      } catch (error) {
        logger.warn({ err: error, userId }, `${what} for one person failed`)
      }
    }
    const last = people.at(-1)
    if (last === undefined) break
    after = last
  }
}
