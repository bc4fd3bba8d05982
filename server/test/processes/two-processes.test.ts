import { afterAll, expect, test } from 'vitest'
import { embeddedAddress } from '../../src/db/embedded/address.ts'
import { startEmbeddedDatabase } from '../../src/db/embedded/engine.ts'
import { startBalancer } from '../support/balancer.ts'
import { followLive } from '../support/live-changes.ts'
import { speakWith } from '../support/person.ts'
import { makeServerEnv, startServerProcess, waitFor } from '../support/server-process.ts'
import { testSecret } from '../support/test-app.ts'
import { createTestDatabase } from '../support/test-database.ts'
import { expectNothingLost, startWorkload } from '../support/workload.ts'

// Two API processes on one database, a small proxy in front of them.

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const database = stack.use(await createTestDatabase())
const embedded = { dataDir: database.dataDir, secret: testSecret }
if (!database.databaseUrl) stack.use(await startEmbeddedDatabase(embedded))
const databaseUrl = database.databaseUrl ?? embeddedAddress(embedded).url
const startApi = async () =>
  startServerProcess(await makeServerEnv({ DATABASE_URL: databaseUrl, API_URL: 'http://api.test' }))

const subscription = `subscription ($since: SyncCursor) {
  changes(since: $since) { cursor changes { node { ... on Task { title } } } }
}`

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'one of two dies by %s under load: nothing confirmed is lost or duplicated, and live results continue',
  { timeout: 240_000 },
  async (signal) => {
    await using first = await startApi()
    await using second = await startApi()
    await using balancer = await startBalancer([first.url, second.url])
    const ada = await first.createPerson('ada')
    const stopped = new AbortController()
    const received: string[] = []

    /** Follows changes through the proxy, and after each break continues from the last cursor. */
    // This comes before anything is written, because a later cursor would leave out what was before
    // it.
    const { syncCursor } = await ada.data('{ syncCursor }')
    async function listen(): Promise<void> {
      let cursor: string = syncCursor
      while (!stopped.signal.aborted) {
        try {
          using live = await followLive(balancer.url, ada, cursor, subscription)
          stopped.signal.addEventListener('abort', () => live.cut())
          for (let event = await live.next(); event?.event === 'next'; event = await live.next()) {
            const page = event.data.data.changes
            cursor = page.cursor
            for (const { node } of page.changes) if (node?.title) received.push(node.title)
          }
        } catch {
          // The connection broke; the next one goes to the remaining process.
        }
      }
    }
    const listening = Promise.all([listen(), listen()])
    const workload = startWorkload([balancer.url], ada)
    const confirm = (count: number) =>
      waitFor(
        `${count} confirmed tasks`,
        async () => (workload.confirmed.size >= count ? true : undefined),
        60_000,
      )
    await confirm(60)
    first.child.kill(signal)
    expect(await first.exited).toBe(signal === 'SIGTERM' ? 0 : 'SIGKILL')
    await confirm(workload.confirmed.size + 60)
    await workload.stop()
    await expectNothingLost(workload, speakWith({ ...ada, url: second.url }))
    const hasAll = async () => {
      const counts = new Map<string, number>()
      for (const title of received) counts.set(title, (counts.get(title) ?? 0) + 1)
      const isComplete = [...workload.confirmed].every((title) => (counts.get(title) ?? 0) >= 2)
      return isComplete ? true : undefined
    }
    // The embedded database sends no notifications, so there subscribers poll every 20 s.
    await waitFor('All changes at both listeners', hasAll, 60_000)
    stopped.abort()
    await listening
  },
)
