/**
 * What one hostile person costs the others: twenty people work normally, first alone, then beside
 * somebody who does the worst that is allowed, one case after the other.
 *
 *     npm run bench -- --hostile [--seconds 20] [--cases "bulk mutations,large variables"] [--times 1]
 *
 * It uses a database of its own on the Postgres server that DATABASE_URL names, and drops it at the
 * end. The limits and the budget are the defaults.
 */

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { createPerson } from '../test/support/person.ts'
import { exportJsonFrom } from '../test/support/transfer.ts'
import { fillAccount } from './database/fill-account.ts'
import { openOwnDatabase } from './database/own-database.ts'
import { type CaseName, cases, type Got, type Target } from './hostile/cases.ts'
import type { HostileOrder } from './hostile/hostile-process.ts'
import { waitUntilQuiet } from './hostile/quiet.ts'
import { letWork, type Waited } from './hostile/twenty.ts'
import { type Seen, watch } from './hostile/watch.ts'
import { type ApiProcess, startApi } from './live/api-process.ts'
import { quantile } from './live/figures.ts'
import { printTable } from './print-table.ts'
import { benchAddresses, benchSecret } from './subjects/subject.ts'

type Endpoint = Parameters<typeof createPerson>[0]
type Measured = { waited: Waited; seen: Seen; heldBytes: number; got: Got }

const peopleCount = 20
const longNotes = 300
const subtasks = 160
const breatheMs = 3_000

export type HostileOptions = {
  seconds: number
  /** The cases; all of them when the list is empty. */
  names: readonly string[]
  /** How often each case is run, by a new person each time, which shows memory that is never freed. */
  times: number
  /** Options of Node for the API. */
  execArgv: readonly string[]
}

/** Prints the table. */
export async function measureHostile(options: HostileOptions): Promise<void> {
  const { seconds, names, times, execArgv } = options
  await using stack = new AsyncDisposableStack()
  const database = stack.use(await openOwnDatabase('tend_hostile'))
  const api = stack.use(
    await startApi(
      {
        DATABASE_URL: database.url,
        API_URL: benchAddresses.apiUrl,
        BETTER_AUTH_SECRET: benchSecret,
        LOG_LEVEL: 'silent',
      },
      execArgv,
    ),
  )
  const token = {
    secrets: { current: benchSecret },
    issuer: benchAddresses.webUrl,
    audience: benchAddresses.apiUrl,
    ttlSeconds: 86_400,
  }
  const endpoint = { url: `http://127.0.0.1:${api.port}`, owner: database.owner, token }
  const people = await createPeople(endpoint)
  // The first seconds warm up, and aren't counted.
  await letWork(people, 5)
  const alone = await measure(api, people, seconds)
  const rows = [describe('alone', alone, alone)]
  for (const name of Object.keys(cases) as CaseName[]) {
    if (names.length > 0 && !names.includes(name)) continue
    process.stderr.write(`${name}\n`)
    for (let time = 1; time <= times; time += 1) {
      await waitUntilQuiet(database.owner)
      const target = await createTarget(api, endpoint, name)
      const measured = await measure(api, people, seconds, { name, target })
      rows.push(describe(times > 1 ? `${name}, ${time}` : name, measured, alone))
    }
  }
  printTable(
    [
      'one does',
      'p50',
      'p99',
      'ratio of p99',
      'failures',
      'peak memory',
      'held after',
      'worst /livez',
      'got',
    ],
    rows,
  )
}

async function createPeople(endpoint: Endpoint) {
  const people = []
  for (let nth = 0; nth < peopleCount; nth += 1) {
    const person = await createPerson(endpoint, `person${nth}`)
    await fillAccount(endpoint.owner, person.userId, { tasks: 100 })
    people.push(person)
  }
  return people
}

/** Creates a new person for each case, so that each begins with a full budget. */
async function createTarget(api: ApiProcess, endpoint: Endpoint, name: string): Promise<Target> {
  const { url, owner } = endpoint
  const hostile = await createPerson(endpoint, name)
  await fillAccount(owner, hostile.userId, { tasks: 1_000 })
  await owner.transaction().execute(async (trx) => {
    await sql`select set_config('app.user_id', ${hostile.userId}, true)`.execute(trx)
    await sql`
      update task set description = repeat('lorem ipsum dolor ', 2700), search_text = title
      where id in (select id from task where user_id = ${hostile.userId} limit ${longNotes})`.execute(
      trx,
    )
  })
  const parentId = await createParent(hostile)
  const { tasks } = await hostile.data('{ tasks(first: 100) { nodes { id } } }')
  const taskIds: string[] = tasks.nodes.map(({ id }: { id: string }) => id)
  const file = await exportJsonFrom(url, hostile)
  file.tasks.length = 1
  return { port: api.port, token: hostile.token, parentId, taskIds, file: JSON.stringify(file) }
}

async function createParent(hostile: Awaited<ReturnType<typeof createPerson>>): Promise<string> {
  const one = 'mutation { createTask(input: { title: "parent" }) { task { id } } }'
  const parentId: string = (await hostile.data(one)).createTask.task.id
  const many =
    'mutation ($tasks: [NewTaskInput!]!) { createTasks(input: { tasks: $tasks }) { mutationId } }'
  const tasks = Array.from({ length: subtasks }, (_, nth) => ({ title: `part ${nth}`, parentId }))
  await hostile.data(many, { tasks })
  return parentId
}

/** Runs the twenty for so long, beside a case of the hostile person if there is one. */
async function measure(
  api: ApiProcess,
  people: Parameters<typeof letWork>[0],
  seconds: number,
  order?: HostileOrder,
): Promise<Measured> {
  const hostile = order && (await prepareHostile(order))
  const watching = watch(api)
  hostile?.send('begin')
  const waited = await letWork(people, seconds)
  const seen = await watching.stop()
  const got = hostile ? await stopHostile(hostile) : {}
  // What the case has left running ends in this pause.
  await sleep(breatheMs)
  const { heldBytes } = await api.readMemory()
  return { waited, seen, heldBytes, got }
}

/** Starting takes a core for a while, so nobody is measured during that time. */
async function prepareHostile(order: HostileOrder): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'hostile/hostile-process.ts'))
  child.send(order)
  await once(child, 'message')
  return child
}

async function stopHostile(hostile: ChildProcess): Promise<Got> {
  hostile.send('stop')
  const [got] = (await once(hostile, 'message')) as [Got]
  return got
}

function describe(
  name: string,
  { waited, seen, heldBytes, got }: Measured,
  alone: Measured,
): string[] {
  const at = (share: number, of = waited) => quantile(of.timesMs, share)
  const ms = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`
  const list = (counts: Iterable<[string, number]>) =>
    [...counts].map(([what, count]) => `${what} ${count}`).join(', ') || '–'
  return [
    name,
    ms(at(0.5)),
    ms(at(0.99)),
    (at(0.99) / at(0.99, alone.waited)).toFixed(1),
    list(waited.failures),
    `${(seen.peakResidentBytes / 1e6).toFixed(0)} MB`,
    `${(heldBytes / 1e6).toFixed(0)} MB`,
    ms(seen.worstLivezMs),
    list(Object.entries(got)),
  ]
}
