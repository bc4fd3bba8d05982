import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { type Answer, ask, type Json } from './ask.ts'
import type { Bearer } from './person.ts'

const create =
  'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { title } } }'
const workers = 6
const pauseMs = 5

/**
 * A person who writes tasks down without end, and repeats each under its idempotency key until it is
 * confirmed, as a careful client does. Titles are the keys, so one that was written twice is seen.
 */
export type Workload = {
  confirmed: ReadonlySet<string>
  /** How many answers there were of each status; 0 for requests that got none. */
  statuses: ReadonlyMap<number, number>
  /** Answers that should not be. */
  problems: readonly string[]
  /** Lets running requests end, and cancels what can't be confirmed any more. */
  stop(): Promise<void>
}

/** @param urls where to ask, in turns; a request that gets no answer is repeated at the next one */
export function startWorkload(urls: readonly string[], person: Bearer): Workload {
  const confirmed = new Set<string>()
  const statuses = new Map<number, number>()
  const problems: string[] = []
  let count = 0
  let isStopping = false
  let turn = 0

  async function write(title: string): Promise<void> {
    while (!confirmed.has(title)) {
      const url = urls[turn++ % urls.length] ?? ''
      const variables = { input: { title, idempotencyKey: title } }
      const authorization = `Bearer ${person.token}`
      const answer = await ask(url, { query: create, variables }, { authorization }).catch(() => {})
      const status = answer?.status ?? 0
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      const problem = answer && findProblem(answer, title)
      if (problem) problems.push(problem)
      else if (status === 200) confirmed.add(title)
      if (isStopping) return
      await sleep(status === 200 ? pauseMs : 10 * pauseMs)
    }
  }

  async function work(): Promise<void> {
    while (!isStopping) await write(`Task ${count++}`)
  }
  const working = Promise.all(Array.from({ length: workers }, work))
  return {
    confirmed,
    statuses,
    problems,
    async stop() {
      isStopping = true
      await working
    },
  }
}

/** Only two answers are right: the task, or that the service is out of reach for so many seconds. */
function findProblem(answer: Answer, title: string): string | undefined {
  if (answer.status === 200 && answer.data?.createTask?.task.title === title) return undefined
  const isUnavailable =
    answer.status === 503 && /^[1-9]\d*$/.test(answer.headers.get('retry-after') ?? '')
  return isUnavailable ? undefined : `${answer.status} ${answer.text}`
}

/** What was confirmed is there, and nothing is there twice. */
export async function expectNothingLost(workload: Workload, person: Bearer): Promise<void> {
  expect(workload.problems).toEqual([])
  const titles = await readTitles(person)
  expect(new Set(titles).size).toBe(titles.length)
  expect(titles).toEqual(expect.arrayContaining([...workload.confirmed]))
}

async function readTitles(person: Bearer): Promise<string[]> {
  const query = `query ($after: String) {
    tasks(first: 100, after: $after) { nodes { title } pageInfo { hasNextPage endCursor } }
  }`
  const titles: string[] = []
  for (let after: string | null = null; ; ) {
    const { tasks }: Json = await person.data(query, { after })
    titles.push(...tasks.nodes.map(({ title }: { title: string }) => title))
    if (!tasks.pageInfo.hasNextPage) return titles
    after = tasks.pageInfo.endCursor
  }
}
