/**
 * What does size cost? Sends the same operations to an account of 100,000 tasks and one of 100,
 * then reads deeper and deeper pages of the larger one, then asks people with about 100 tasks in
 * databases of 20,000, 200,000 and 2,000,000; always in turns, one request at a time. Options:
 * --rounds 40, --only accounts,depth,size.
 */
import { parseArgs } from 'node:util'
import { createAskers } from './askers.ts'
import { openBenchDatabase } from './database/bench-database.ts'
import type { BenchSize } from './database/fill-database.ts'
import type { Asker } from './operations.ts'
import { printTable } from './print-table.ts'
import { questions } from './scale-questions.ts'
import { spreadOf } from './statistics.ts'
import { type Subject, startSubject } from './subjects/subject.ts'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '40' },
    only: { type: 'string', default: 'accounts,depth,size' },
  },
})
const warmUpRounds = 10

type Asking = {
  subject: Subject
  asker: Asker
  query: string
  variables?: object
}

const parts: Record<string, () => Promise<void>> = {
  accounts: compareAccounts,
  depth: compareDepths,
  size: compareSizes,
}
for (const name of values.only.split(',')) await parts[name]?.()

async function compareAccounts(): Promise<void> {
  await using database = await openBenchDatabase('2m')
  await using subject = await startSubject('tend', database.url)
  const { small, large } = await createAskers(database)
  const rows: string[][] = []
  for (const [name, query] of Object.entries(questions)) {
    const [one, other] = [small, large].map((asker) => {
      const variables = query.startsWith('query') ? { inbox: asker.listId } : {}
      return { subject, asker, query, variables }
    })
    if (!one || !other) continue
    rows.push([name, ...(await compare([one, other]))])
  }
  printTable(['question', '100 tasks', '100,000 tasks', 'ratio'], rows)
}

async function compareDepths(): Promise<void> {
  await using database = await openBenchDatabase('2m')
  await using subject = await startSubject('tend', database.url)
  const { large } = await createAskers(database)
  const query = `query ($after: String) { tasks(first: 20, after: $after, filter: { completed: { eq: false } }) { nodes { id title } pageInfo { endCursor } } }`
  const page = (after: unknown) => ({ subject, asker: large, query, variables: { after } })
  const cursors: unknown[] = [null]
  while (cursors.length < 1_000) {
    const { data } = await ask(page(cursors.at(-1)))
    cursors.push(data.tasks.pageInfo.endCursor)
  }
  const rows: string[][] = []
  for (const number of [10, 100, 1_000])
    rows.push([`page ${number}`, ...(await compare([page(null), page(cursors[number - 1])]))])
  printTable(['open tasks, 20 on a page', 'page 1', 'this page', 'ratio'], rows)
}

async function compareSizes(): Promise<void> {
  await using stack = new AsyncDisposableStack()
  const sizes: BenchSize[] = ['20k', '200k', '2m']
  const parties: { subject: Subject; asker: Asker }[] = []
  for (const size of sizes) {
    const database = stack.use(await openBenchDatabase(size))
    const subject = stack.use(await startSubject('tend', database.url))
    const [asker] = (await createAskers(database)).crowd
    if (asker) parties.push({ subject, asker })
  }
  const rows: string[][] = []
  for (const [name, query] of Object.entries(questions)) {
    const asked = parties.map((party) => {
      const variables = query.startsWith('query') ? { inbox: party.asker.listId } : {}
      return { ...party, query, variables }
    })
    rows.push([name, ...(await compare(asked))])
  }
  printTable(['question, about 100 tasks', '20,000', '200,000', '2,000,000', 'ratio'], rows)
}

/** The medians of all, measured in turns, and the ratio of the last to the first. */
async function compare(asked: readonly Asking[]): Promise<string[]> {
  const times: number[][] = asked.map(() => [])
  for (let round = -warmUpRounds; round < Number(values.rounds); round += 1)
    for (const [nth, asking] of asked.entries()) {
      const startedAt = performance.now()
      await ask(asking)
      if (round >= 0) times[nth]?.push(performance.now() - startedAt)
    }
  const medians = times.map((own) => spreadOf(own).median)
  const ratio = (medians.at(-1) ?? 0) / (medians[0] ?? 0)
  return [...medians.map((ms) => `${ms.toFixed(1)} ms`), ratio.toFixed(1)]
}

// biome-ignore lint/suspicious/noExplicitAny: each question has an answer of its own shape.
async function ask({ subject, asker, query, variables }: Asking): Promise<any> {
  const answer = await fetch(`http://127.0.0.1:${subject.port}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${asker.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const text = await answer.text()
  if (answer.status !== 200 || text.includes('"errors":['))
    throw new Error(`An answer with data was expected for ${asker.userId}, found ${text}`)
  return JSON.parse(text)
}
