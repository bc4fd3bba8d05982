import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { JobTables } from './job.table.ts'
import type { Job, JobContext } from './job.ts'
import { jobs } from './jobs.ts'

export interface JobOptions extends Omit<JobContext, 'now' | 'signal'> {
  /** The process stops: the job begins with no further person. */
  stopping: AbortSignal
}

const askEveryMs = 10 * 60_000
const firstWaitMs = 60_000

/**
 * Runs the jobs at their intervals, in whichever API process claims them first. Disposing it lets a job
 * finish with the current person and begin with no further one.
 */
export function startJobs(options: JobOptions): AsyncDisposable {
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, options.stopping])

  async function run(): Promise<void> {
    for (let waitMs = firstWaitMs; !signal.aborted; waitMs = askEveryMs) {
      await sleep(waitMs * (0.5 + Math.random()), undefined, { signal, ref: false })
      for (const job of jobs) if (!signal.aborted) await runInTurn(job)
    }
  }
  async function runInTurn(job: Job): Promise<void> {
    try {
      if (!(await claimJob(options.owner, job.name, job.everyHours))) return
      const done = await job.run({ ...options, now: new Date(), signal })
      options.logger.info({ job: job.name, ...done }, 'a background job is done')
    } catch (error) {
      const message = 'a background job failed and will be tried again'
      options.logger.warn({ job: job.name, err: error }, message)
    }
  }
  void options.mailer.resume()
  const running = run().catch(() => {})
  return {
    async [Symbol.asyncDispose]() {
      stop.abort()
      await running
    },
  }
}

/**
 * Whether this process is the one to run the job now. Updating the time is the claim: it is atomic, needs no
 * session that a pooler could give to somebody else, and if the process dies, the next run follows.
 */
export async function claimJob(
  owner: Kysely<JobTables>,
  job: string,
  everyHours: number,
): Promise<boolean> {
  const claimed = await owner
    .insertInto('job_claim')
    .values({ job, begun_at: sql<string>`now()` })
    .onConflict((conflict) =>
      conflict
        .column('job')
        .doUpdateSet({ begun_at: sql<string>`now()` })
        .where(
          'job_claim.begun_at',
          '<',
          sql<string>`now() - make_interval(hours => ${everyHours})`,
        ),
    )
    .returning('job')
    .executeTakeFirst()
  return claimed !== undefined
}
