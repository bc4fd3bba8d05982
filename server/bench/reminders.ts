/**
 * How soon reminders come when many are due at once, and what they cost the others: 10,000 within one minute,
 * each by mail and by push, while twenty people ask for `me`; the same without reminders before.
 *
 *     npm run bench -- --reminders [--reminder-count 10000] [--seconds 60] [--processes 1]
 *
 * It uses a database of its own on the Postgres server that DATABASE_URL names, and drops it at the end.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { createPerson, type Person } from '../test/support/person.ts'
import { openOwnDatabase } from './database/own-database.ts'
import { startApi } from './live/api-process.ts'
import { quantile } from './live/figures.ts'
import { printTable } from './print-table.ts'
import { createSubscribers, scheduleReminders } from './reminders/crowd.ts'
import { type Receiver, startReceiver } from './reminders/receiver.ts'
import type { Arrival } from './reminders/receiver-process.ts'
import { benchAddresses, benchSecret } from './subjects/subject.ts'

const mostPeople = 500
const askers = 20
const asksPerSecond = 40
const warmUpSeconds = 5
/** From the last insert until the first is due. */
const aheadMs = 5_000
const lateWithinMs = 120_000

export type RemindersOptions = {
  count: number
  /** Within how long they are due. */
  seconds: number
  /** API processes. */
  processes: number
  execArgv: readonly string[]
}

/** Prints the tables. */
export async function measureReminders(options: RemindersOptions): Promise<void> {
  const { count, seconds, processes, execArgv } = options
  await using stack = new AsyncDisposableStack()
  const { url: databaseUrl, owner } = stack.use(await openOwnDatabase('tend_reminders'))
  const receiver = stack.use(await startReceiver())
  const origin = `http://127.0.0.1:${receiver.ports.push}`
  const env = {
    DATABASE_URL: databaseUrl,
    API_URL: benchAddresses.apiUrl,
    BETTER_AUTH_SECRET: benchSecret,
    LOG_LEVEL: 'warn',
    BUDGET_POINTS: '999999999',
    SMTP_URL: `smtp://127.0.0.1:${receiver.ports.mail}`,
    MAIL_FROM: 'Tend <tend@example.com>',
    PUSH_ORIGINS: origin,
  }
  const urls: string[] = []
  for (let nth = 0; nth < processes; nth += 1) {
    const api = stack.use(await startApi(env, execArgv))
    urls.push(`http://127.0.0.1:${api.port}`)
  }
  const token = {
    secrets: { current: benchSecret },
    issuer: benchAddresses.webUrl,
    audience: benchAddresses.apiUrl,
    ttlSeconds: 86_400,
  }
  const endpoint = { url: urls[0] ?? '', owner, token }
  const people = await createSubscribers(endpoint, Math.min(count, mostPeople), origin)
  const others: Person[] = []
  for (let nth = 0; nth < askers; nth += 1)
    others.push(
      await createPerson({ ...endpoint, url: urls[nth % processes] ?? '' }, `other${nth}`),
    )
  await askForMe(others, warmUpSeconds)
  const alone = await askForMe(others, seconds)
  const from = new Date(Date.now() + aheadMs + count)
  const due = await scheduleReminders(owner, people, { count, from, withinMs: seconds * 1_000 })
  await sleep(Math.max(0, from.getTime() - Date.now()))
  const watching = watchBacklog(owner)
  const meanwhile = await askForMe(others, seconds)
  const received = await waitForAll(receiver, count)
  const backlog = await watching.stop()
  printTable(
    [`${count} in ${seconds} s`, 'arrived', 'twice', 'p50', 'p95', 'p99', 'latest'],
    [
      ['push', ...describe(received.pushes, due)],
      ['mail', ...describe(received.mails, due)],
    ],
  )
  printTable(
    ['waiting at most', 'count'],
    Object.entries(backlog).map(([what, most]) => [what, String(most)]),
  )
  const p95 = (times: readonly number[]) => quantile(times, 0.95)
  printTable(
    ['me', 'p50', 'p95', 'p99', 'p95 to alone'],
    [
      ['alone', ...timesOf(alone), '1.00'],
      ['meanwhile', ...timesOf(meanwhile), (p95(meanwhile) / p95(alone)).toFixed(2)],
    ],
  )
}

/** Milliseconds from when each was to be asked to its answer. @throws Error when an answer has no data */
async function askForMe(people: readonly Person[], seconds: number): Promise<number[]> {
  const timesMs: number[] = []
  const answers: Promise<void>[] = []
  const startedAt = performance.now()
  for (let nth = 0; nth < seconds * asksPerSecond; nth += 1) {
    const dueAt = startedAt + (nth * 1_000) / asksPerSecond
    await sleep(Math.max(0, dueAt - performance.now()))
    const asking = people[nth % people.length]?.data('{ me { id name email timeZone } }')
    answers.push(Promise.resolve(asking).then(() => void timesMs.push(performance.now() - dueAt)))
  }
  await Promise.all(answers)
  return timesMs
}

async function waitForAll(receiver: Receiver, count: number) {
  for (const deadline = Date.now() + lateWithinMs; ; await sleep(500)) {
    const received = await receiver.read()
    const isDone = [received.pushes, received.mails].every(
      (arrivals) => new Set(arrivals.map(([what]) => what)).size >= count,
    )
    if (isDone || Date.now() > deadline) return received
  }
}

function describe(arrivals: readonly Arrival[], due: ReadonlyMap<string, number>): string[] {
  const delays = new Map<string, number>()
  for (const [what, atMs] of arrivals)
    if (!delays.has(what)) delays.set(what, atMs - (due.get(what) ?? Number.NaN))
  const times = [...delays.values()]
  const twice = arrivals.length - delays.size
  return [String(delays.size), String(twice), ...timesOf(times), toMs(Math.max(...times))]
}

function timesOf(times: readonly number[]): string[] {
  return [0.5, 0.95, 0.99].map((share) => toMs(quantile(times, share)))
}

function toMs(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`
}

/** Looks each second at how many are due and not done. */
function watchBacklog(owner: Kysely<unknown>) {
  const most: Record<string, number> = { tasks: 0, pushes: 0, mails: 0 }
  const looks: Promise<void>[] = []
  async function look(): Promise<void> {
    const { rows } = await sql<{ kind: string; count: number }>`
      select case kind when 'reminder' then 'tasks' else 'pushes' end as kind, count(*)::int
        from delivery where state = 'waiting' and fire_at <= now() group by 1
      union all select 'mails', count(*)::int from mail_outbox`.execute(owner)
    for (const { kind, count } of rows) most[kind] = Math.max(most[kind] ?? 0, count)
  }
  const timer = setInterval(() => void looks.push(look()), 1_000)
  return {
    async stop() {
      clearInterval(timer)
      await Promise.all(looks)
      return most
    },
  }
}
