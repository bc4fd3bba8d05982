import { cleanUpJob } from './clean-up/clean-up.job.ts'
import type { Job } from './job.ts'
import { tokenNoticesJob } from './token-notices/token-notices.job.ts'

/** All jobs. A new job is a folder here and a line in this list. */
export const jobs: readonly Job[] = [cleanUpJob, tokenNoticesJob]
