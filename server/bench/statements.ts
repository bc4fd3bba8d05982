/**
 * What mutations make PostgreSQL do: the time that it plans and runs, for each mutation and for each
 * statement, those of triggers and foreign keys too. Beside another checkout of this repository, in turns,
 * when one is named.
 *
 *     npm run bench -- --statements [--beside <folder>] [--rounds 5]
 *
 * On databases of its own on the PostgreSQL server that DATABASE_URL names, which needs pg_stat_statements
 * in `shared_preload_libraries`; dropped in the end.
 */
import { join } from 'node:path'
import { createPerson } from '../test/support/person.ts'
import { fillAccount } from './database/fill-account.ts'
import { type OwnDatabase, openOwnDatabase } from './database/own-database.ts'
import { startApi } from './live/api-process.ts'
import { printTable } from './print-table.ts'
import { type Account, mutations, runMutation } from './statements/mutations.ts'
import {
  beginTiming,
  listTimes,
  resetTimes,
  type StatementTime,
} from './statements/statement-times.ts'
import { spreadOf } from './statistics.ts'
import { benchAddresses, benchSecret } from './subjects/subject.ts'

const taskCount = 1_000
const warmUpTimes = 50
const roundTimes = 200
const shownStatements = 12

type Subject = { name: string; database: OwnDatabase; account: Account }
/** Milliseconds of one mutation, by round. */
type Rounds = { name: string; mutation: string; totalsMs: number[]; last: StatementTime[] }

/** Prints the tables. @param beside the folder of another checkout */
export async function measureStatements(options: {
  rounds: number
  beside: string | undefined
}): Promise<void> {
  await using stack = new AsyncDisposableStack()
  const root = join(import.meta.dirname, '../..')
  const subjects: Subject[] = []
  for (const folder of options.beside ? [root, options.beside] : [root])
    subjects.push(await startSubject(stack, folder === root ? 'this' : folder, folder))
  const measured: Rounds[] = []
  for (const [mutation, one] of Object.entries(mutations)) {
    const results = subjects.map(
      ({ name }) => ({ name, mutation, totalsMs: [], last: [] }) as Rounds,
    )
    measured.push(...results)
    // The first round warms up, and doesn't count.
    for (let round = 0; round <= options.rounds; round += 1)
      for (const [nth, { database, account }] of subjects.entries()) {
        const times = round === 0 ? warmUpTimes : roundTimes
        await resetTimes(database)
        await runMutation(one, account, times)
        const result = results[nth]
        if (round === 0 || !result) continue
        result.last = await listTimes(database)
        result.totalsMs.push(totalMs(result.last) / times)
      }
    process.stderr.write(`${mutation}\n`)
  }
  printTable(
    ['one', 'of', 'database ms', 'lowest', 'highest'],
    measured.map(({ name, mutation, totalsMs }) => {
      const { median, lowest, highest } = spreadOf(totalsMs)
      return [mutation, name, ...[median, lowest, highest].map((ms) => ms.toFixed(2))]
    }),
  )
  for (const { name, mutation, last } of measured.filter((one) => one.name === 'this')) {
    console.log(`\n${mutation}, ${name}: each statement, for one mutation\n`)
    printTable(
      ['statement', 'calls', 'planning ms', 'running ms'],
      last.slice(0, shownStatements).map(describe),
    )
  }
}

async function startSubject(
  stack: AsyncDisposableStack,
  name: string,
  folder: string,
): Promise<Subject> {
  const database = stack.use(await openOwnDatabase('tend_statements'))
  await beginTiming(database)
  const env = {
    DATABASE_URL: database.url,
    API_URL: benchAddresses.apiUrl,
    BETTER_AUTH_SECRET: benchSecret,
    LOG_LEVEL: 'silent',
    BUDGET_POINTS: '999999999',
    BUDGET_POINTS_PER_SECOND: '999999999',
  }
  const api = stack.use(await startApi(env, [], folder))
  const token = {
    secrets: { current: benchSecret },
    issuer: benchAddresses.webUrl,
    audience: benchAddresses.apiUrl,
    ttlSeconds: 86_400,
  }
  const url = `http://127.0.0.1:${api.port}`
  const person = await createPerson({ url, owner: database.owner, token }, 'person')
  await fillAccount(database.owner, person.userId, { tasks: taskCount })
  const page = '{ tasks(first: 100, filter: { completed: { eq: false } }) { nodes { id } } }'
  const { tasks } = await person.data(page)
  const taskIds: string[] = tasks.nodes.map(({ id }: { id: string }) => id)
  return { name, database, account: { person, taskIds } }
}

function totalMs(times: readonly StatementTime[]): number {
  return times
    .filter(({ isSent }) => isSent)
    .reduce((sum, { planMs, runMs }) => sum + planMs + runMs, 0)
}

function describe({ text, isSent, calls, planMs, runMs }: StatementTime): string[] {
  return [
    `${isSent ? '' : '· '}${text.slice(0, 90)}`,
    (calls / roundTimes).toFixed(2),
    (planMs / roundTimes).toFixed(3),
    (runMs / roundTimes).toFixed(3),
  ]
}
