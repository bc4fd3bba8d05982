/**
 * Does an account of 100,000 tasks feel like one of 100? Fills one of each, asks both for the same
 * through the HTTP API, in turns, and prints medians and their ratio.
 *
 *     node server/bench/large-account.ts [tasks]
 *
 * On the database that DATABASE_URL names, where both accounts are taken away again afterwards, or
 * else on an embedded one in a temporary folder.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { createApp } from '../src/app.ts'
import { writeSyncCursor } from '../src/changes/sync-cursor.ts'
import { connectDatabase } from '../src/db/connect.ts'
import { readServerEnv } from '../src/env.ts'
import { createLogger } from '../src/logger.ts'
import { createPerson, type Person } from '../test/support/person.ts'
import { commonWord, fillAccount, rareWord } from './fill-account.ts'

// biome-ignore lint/suspicious/noExplicitAny: as the owner, all tables are within reach.
type Owner = Kysely<any>

const tasksOfSmall = 100
const tasksOfLarge = Number(process.argv[2] ?? 100_000)
/** Who have as much again together: alone in a table, a large account is best read from end to end. */
const neighbours = 10
const rounds = 40
const warmUpRounds = 5

const titles =
  'nodes { id title completed dueOn list { id name } } pageInfo { hasNextPage endCursor }'
const changes = 'changes { id node { ... on Task { title } } } cursor hasMore'
const questions: Record<string, string> = {
  'first page, newest': `{ tasks(first: 50) { ${titles} } }`,
  'first page, open': `{ tasks(first: 50, filter: { completed: { eq: false } }) { ${titles} } }`,
  'open by due date': `{ tasks(first: 50, filter: { completed: { eq: false } }, orderBy: [{ field: DUE }]) { ${titles} } }`,
  'open by due date, no date first': `{ tasks(first: 50, filter: { completed: { eq: false } }, orderBy: [{ field: DUE, nulls: FIRST }]) { ${titles} } }`,
  'today and overdue': `{ tasks(first: 50, filter: { completed: { eq: false }, dueState: { in: [OVERDUE, TODAY] } }, orderBy: [{ field: DUE }]) { ${titles} } }`,
  'inbox in manual order': `{ tasks(first: 50, filter: { completed: { eq: false }, list: { isInbox: { eq: true } } }, orderBy: [{ field: MANUAL }]) { ${titles} } }`,
  'a list in manual order': `query ($inbox: ID!) { tasks(first: 50, filter: { completed: { eq: false }, listId: { eq: $inbox }, hasParent: { eq: false } }, orderBy: [{ field: MANUAL }]) { ${titles} } }`,
  'last completed': `{ tasks(first: 50, filter: { completed: { eq: true } }, orderBy: [{ field: COMPLETED_AT, direction: DESC }]) { ${titles} } }`,
  'last changed': `{ tasks(first: 50, orderBy: [{ field: UPDATED_AT, direction: DESC }]) { ${titles} } }`,
  'open by priority': `{ tasks(first: 50, filter: { completed: { eq: false } }, orderBy: [{ field: PRIORITY, direction: DESC }]) { ${titles} } }`,
  'open by title': `{ tasks(first: 50, filter: { completed: { eq: false } }, orderBy: [{ field: TITLE }]) { ${titles} } }`,
  'a tag': `{ tasks(first: 50, filter: { completed: { eq: false }, tags: { some: { name: { eq: "tag 1" } } } }) { ${titles} } }`,
  trash: `{ tasks(first: 50, filter: { deleted: { eq: true } }, orderBy: [{ field: DELETED_AT, direction: DESC }]) { ${titles} } }`,
  'title contains': `{ tasks(first: 50, filter: { title: { containsIgnoreCase: "${rareWord}" } }) { ${titles} } }`,
  'search, rare word': `{ searchTasks(first: 50, query: "${rareWord}") { ${titles} } }`,
  'search, word in half of all': `{ searchTasks(first: 50, query: "${commonWord}") { ${titles} } }`,
  'search, one letter': `{ searchTasks(first: 50, query: "a") { ${titles} } }`,
  'search, common and rare': `{ searchTasks(first: 50, query: "${commonWord} ${rareWord}") { ${titles} } }`,
  'filter by a rare word': `{ tasks(first: 50, filter: { search: "${rareWord}" }) { ${titles} } }`,
  'filter by a common word': `{ tasks(first: 50, filter: { search: "${commonWord}" }) { ${titles} } }`,
  'changes, the last 50': `query ($since: SyncCursor) { changes(since: $since, first: 50) { ${changes} } }`,
  'changes, from the beginning': `{ changes(first: 50) { ${changes} } }`,
  'lists with open counts': '{ lists(first: 50) { nodes { id name openTaskCount } } }',
  'totalCount of all': '{ tasks(first: 1) { totalCount } }',
  'totalCount of open': '{ tasks(first: 1, filter: { completed: { eq: false } }) { totalCount } }',
}

await main()

async function main(): Promise<void> {
  await using stack = new AsyncDisposableStack()
  const dataDir = stack.adopt(mkdtempSync(join(tmpdir(), 'tend-bench-')), (folder) =>
    rmSync(folder, { recursive: true, force: true }),
  )
  const config = {
    ...readServerEnv({
      ...process.env,
      DATA_DIR: dataDir,
      BETTER_AUTH_SECRET: 'for-the-measurement-alone-0123456789abcdef',
      LOG_LEVEL: 'error',
    }),
    apiPort: 0,
    host: '127.0.0.1',
  }
  const { databaseUrl } = config
  const app = stack.use(await createApp(config, createLogger(config.logLevel)))
  const { owner } = stack.use(
    connectDatabase({
      databaseUrl,
      embedded: { dataDir, secret: config.secrets.current, port: config.embeddedPort },
      pool: config.pool,
    }),
  )
  const door = {
    url: `http://127.0.0.1:${app.port}`,
    owner,
    token: {
      secrets: config.secrets,
      issuer: config.webUrl,
      audience: config.apiUrl,
      ttlSeconds: config.apiTokenTtlSeconds,
    },
  }
  const small = await createPerson(door, 'small')
  const large = await createPerson(door, 'large')
  const others: Person[] = []
  try {
    for (let nth = 0; nth < neighbours; nth += 1) {
      const other = await createPerson(door, `neighbour ${nth}`)
      others.push(other)
      await fill(owner, other, tasksOfLarge / neighbours)
    }
    await fill(owner, small, tasksOfSmall)
    await fill(owner, large, tasksOfLarge)
    await sql`vacuum analyze`.execute(owner)
    await measureAll(owner, small, large)
  } finally {
    if (databaseUrl)
      await owner
        .deleteFrom('auth_user')
        .where(
          'id',
          'in',
          [small, large, ...others].map((one) => one.userId),
        )
        .execute()
  }
}

async function fill(owner: Owner, person: Person, tasks: number): Promise<void> {
  const start = performance.now()
  await fillAccount(owner, person.userId, {
    tasks,
    onProgress: (done) => process.stderr.write(`\r${person.name}: ${done} of ${tasks} tasks`),
  })
  const seconds = (performance.now() - start) / 1000
  process.stderr.write(` in ${seconds.toFixed(1)} s\n`)
}

async function measureAll(owner: Owner, small: Person, large: Person): Promise<void> {
  const variables = await Promise.all([small, large].map((one) => readVariables(owner, one)))
  print('', `${tasksOfSmall} tasks`, `${tasksOfLarge} tasks`, 'ratio')
  for (const [name, query] of Object.entries(questions)) {
    const ofSmall: number[] = []
    const ofLarge: number[] = []
    for (let round = -warmUpRounds; round < rounds; round += 1) {
      const timed = [
        await time(small, query, variables[0]),
        await time(large, query, variables[1]),
      ] as const
      if (round < 0) continue
      ofSmall.push(timed[0])
      ofLarge.push(timed[1])
    }
    const [a, b] = [median(ofSmall), median(ofLarge)]
    print(name, `${a.toFixed(1)} ms`, `${b.toFixed(1)} ms`, (b / a).toFixed(1))
  }
}

/** What questions may need: where the last 50 changes begin, and a list. */
async function readVariables(
  owner: Owner,
  { userId }: Person,
): Promise<{ since: string; inbox: string }> {
  const { last_seq } = await owner
    .selectFrom('change_counter')
    .select('last_seq')
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow()
  const inbox = await owner
    .selectFrom('list')
    .select('id')
    .where('user_id', '=', userId)
    .where('is_inbox', '=', true)
    .executeTakeFirstOrThrow()
  return { inbox: inbox.id, since: writeSyncCursor(userId, Number(last_seq) - 50) }
}

async function time(person: Person, query: string, variables: object | undefined): Promise<number> {
  const start = performance.now()
  const uses = query.startsWith('query') ? { ...variables } : {}
  await person.data(query, uses)
  return performance.now() - start
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function print(name: string, ...columns: string[]): void {
  process.stdout.write(
    `${name.padEnd(34)}${columns.map((column) => column.padStart(14)).join('')}\n`,
  )
}
