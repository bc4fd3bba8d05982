import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { canMakeCluster, createPostgresCluster } from '../support/postgres-cluster.ts'
import { makeServerEnv, startServerProcess, waitFor } from '../support/server-process.ts'
import { expectNothingLost, startWorkload } from '../support/workload.ts'

describe.skipIf(!canMakeCluster)(
  'a Postgres server that goes and comes back (needs initdb and postgres on this machine)',
  () => {
    test.each(['kill', 'stop'] as const)(
      '%s under load: confirmed tasks exist once, and the API recovers automatically',
      { timeout: 180_000 },
      async (way) => {
        await using cluster = await createPostgresCluster()
        const env = await makeServerEnv({
          DATABASE_URL: cluster.url,
          DATABASE_CONNECT_TIMEOUT: '2s',
        })
        await using server = await startServerProcess(env)
        await waitFor('The API', async () =>
          (await fetch(`${server.url}/readyz`)).ok ? true : undefined,
        )
        const ada = await server.createPerson('ada')
        const workload = startWorkload([server.url], ada)
        const confirmMore = (count: number) => {
          const wanted = workload.confirmed.size + count
          const hasMore = async () => (workload.confirmed.size >= wanted ? true : undefined)
          return waitFor('More confirmed tasks', hasMore, 60_000)
        }
        for (let round = 0; round < 2; round += 1) {
          await confirmMore(40)
          await cluster[way]()
          const refused = workload.statuses.get(503) ?? 0
          await waitFor('A clean refusal', async () =>
            (workload.statuses.get(503) ?? 0) > refused + 10 ? true : undefined,
          )
          expect((await fetch(`${server.url}/livez`)).status).toBe(200)
          expect((await fetch(`${server.url}/readyz`)).status).toBe(503)
          await sleep(500)
          await cluster.start()
        }
        await confirmMore(40)
        await workload.stop()
        await expectNothingLost(workload, ada)
        expect([...workload.statuses.keys()].sort()).toEqual([200, 503])
        expect(server.child.exitCode).toBeNull()
      },
    )
  },
)
