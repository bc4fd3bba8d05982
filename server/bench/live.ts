/**
 * What live results cost: 1,000 subscribers at one API process, the time until they receive a
 * change, and how much memory each takes. With `--soak MINUTES` it runs for so long, with
 * subscribers that come and go, and prints how memory grows.
 *
 *     npm run bench:live [-- --subscribers 1000] [-- --soak 10]
 *
 * It uses a database of its own on the Postgres server that DATABASE_URL names, and drops it at the
 * end.
 */

import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createPerson, type Person } from '../test/support/person.ts'
import { openOwnDatabase } from './database/own-database.ts'
import { type ApiProcess, startApi } from './live/api-process.ts'
import { createDeliveries } from './live/deliveries.ts'
import { quantile, slopeOf } from './live/figures.ts'
import type { Memory } from './live/report-memory.ts'
import { type Subscriber, subscribe } from './live/subscriber.ts'

const secret = 'for-the-measurement-alone-0123456789abcdef'
const apiUrl = 'http://api.bench'
const webUrl = 'http://localhost:3000'
const devicesOfSome = 50
const sampleSeconds = 15
const comingAndGoingPerSecond = 5

const { values } = parseArgs({
  options: {
    subscribers: { type: 'string', default: '1000' },
    soak: { type: 'string', default: '0' },
  },
})
await main(Number(values.subscribers), Number(values.soak))

async function main(count: number, soakMinutes: number): Promise<void> {
  await using stack = new AsyncDisposableStack()
  const { url, owner } = stack.use(await openOwnDatabase('tend_live'))
  const env = {
    DATABASE_URL: url,
    API_URL: apiUrl,
    BETTER_AUTH_SECRET: secret,
    LOG_LEVEL: 'error',
    BUDGET_POINTS: '999999999',
  }
  const api = stack.use(await startApi(env))
  const other = stack.use(await startApi(env))
  const token = {
    secrets: { current: secret },
    issuer: webUrl,
    audience: apiUrl,
    ttlSeconds: 86_400,
  }
  const people = await Promise.all(
    Array.from({ length: count }, (_, nth) =>
      createPerson({ url: `http://127.0.0.1:${api.port}`, owner, token }, `listener${nth}`),
    ),
  )
  const deliveries = createDeliveries()
  const listen = (person: Person) => subscribe(api.port, person.token, deliveries.received)

  // What is created once, at the first request of its kind, belongs to no subscriber.
  await openAll(people.slice(0, 20), listen).then(closeAll)
  await deliveries.measure({
    writers: people,
    port: api.port,
    perSecond: 20,
    seconds: 5,
    receivers: 0,
  })
  const before = await readQuietMemory(api)
  const subscribers = await openAll(people, listen)
  const after = await readQuietMemory(api)
  const kilobytes = (bytes: number) => `${(bytes / count / 1000).toFixed(1)} kB`
  console.log(`${count} subscribers, each somebody else:`)
  console.log(`  held by each      ${kilobytes(after.heldBytes - before.heldBytes)}`)
  console.log(`  resident by each  ${kilobytes(after.residentBytes - before.residentBytes)}`)

  const own = { writers: people, perSecond: 20, seconds: 20, receivers: 1 }
  report('a write in the same process', await deliveries.measure({ ...own, port: api.port }))
  report('a write in another process', await deliveries.measure({ ...own, port: other.port }))
  if (soakMinutes > 0)
    await soak({ api, other, people, subscribers, listen, deliveries }, soakMinutes)
  closeAll(subscribers)
  await sleep(2_000)

  const some = people.slice(0, Math.ceil(count / devicesOfSome))
  const devices = await openAll(Array.from({ length: devicesOfSome }, () => some).flat(), listen)
  const many = { writers: some, perSecond: 4, seconds: 20, receivers: devicesOfSome }
  report(
    `a write that ${devicesOfSome} receive`,
    await deliveries.measure({ ...many, port: other.port }),
  )
  closeAll(devices)
}

/**
 * The lowest of several readings, because the memory of a request that is running belongs to no
 * subscriber.
 */
async function readQuietMemory(api: ApiProcess): Promise<Memory> {
  const looks: Memory[] = []
  for (let look = 0; look < 10; look += 1) {
    await sleep(1_000)
    looks.push(await api.readMemory())
  }
  return looks.reduce((least, one) => (one.heldBytes < least.heldBytes ? one : least))
}

function report(what: string, times: readonly number[]): void {
  const [p50, p95] = [0.5, 0.95].map((share) => `${quantile(times, share).toFixed(1)} ms`)
  console.log(`  ${what}: p50 ${p50}, p95 ${p95} from sending it to hearing of it`)
}

type Soaked = {
  api: ApiProcess
  other: ApiProcess
  people: readonly Person[]
  subscribers: Subscriber[]
  listen(person: Person): Subscriber
  deliveries: ReturnType<typeof createDeliveries>
}

/** Writes, opens and closes subscriptions for so long, and reads the process's memory meanwhile. */
async function soak(
  { api, other, people, subscribers, listen, deliveries }: Soaked,
  minutes: number,
): Promise<void> {
  const points: [minute: number, bytes: number][] = []
  let nth = 0
  for (let elapsed = 0; elapsed < minutes * 60; elapsed += sampleSeconds) {
    const writing = deliveries.measure({
      // The subscribers that come and go are other people.
      writers: people.slice(0, people.length / 2),
      port: elapsed % (2 * sampleSeconds) === 0 ? api.port : other.port,
      perSecond: 20,
      seconds: sampleSeconds,
      receivers: 1,
    })
    for (let change = 0; change < sampleSeconds * comingAndGoingPerSecond; change += 1) {
      const at = people.length / 2 + (nth++ % (people.length / 2))
      subscribers[at]?.leave()
      subscribers[at] = listen(people[at] as Person)
      await subscribers[at].begun
      await sleep(1000 / comingAndGoingPerSecond)
    }
    const times = await writing
    const { heldBytes, residentBytes } = await api.readMemory()
    points.push([(elapsed + sampleSeconds) / 60, heldBytes])
    const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
    console.log(
      `  after ${elapsed + sampleSeconds} s: held ${megabytes(heldBytes)}, resident ${megabytes(residentBytes)}, p95 ${quantile(times, 0.95).toFixed(1)} ms`,
    )
  }
  // The beginning is left out, because caches fill then.
  const later = points.slice(Math.floor(points.length / 3))
  console.log(`  memory grows by ${(slopeOf(later) / 1000).toFixed(0)} kB a minute`)
}

/** Opens them a few at a time, and waits until each has begun. */
async function openAll<T>(who: readonly T[], open: (one: T) => Subscriber): Promise<Subscriber[]> {
  const opened: Subscriber[] = []
  for (let at = 0; at < who.length; at += 20) {
    const some = who.slice(at, at + 20).map(open)
    await Promise.all(some.map(({ begun }) => begun))
    opened.push(...some)
  }
  return opened
}

function closeAll(subscribers: readonly Subscriber[]): void {
  for (const subscriber of subscribers) subscriber.leave()
}
