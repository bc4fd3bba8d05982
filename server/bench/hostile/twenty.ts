import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Bearer } from '../../test/support/person.ts'

/** How long the twenty waited for their answers, and what else they received. */
export type Waited = {
  timesMs: number[]
  /** Answers without data, by code. */
  failures: Map<string, number>
}

const page = `query { tasks(first: 20, filter: { completed: { eq: false } }) {
  nodes { id title completed priority dueOn list { id name } tags { id name } } pageInfo { endCursor } } }`
const byId = 'query ($id: ID!) { task(id: $id) { id title description completed } }'
const create =
  'mutation ($id: ID!, $title: String!) { createTask(input: { id: $id, title: $title }) { task { id } } }'
const complete =
  'mutation ($id: ID!) { completeTask(input: { id: $id }) { task { id completed } } }'

/**
 * Lets people work normally: each asks something every second whether or not the last answer has
 * arrived (an open loop, because a client that waits for each answer doesn't notice a service that
 * hangs). Times are measured from when a request was due.
 */
export async function letWork(people: readonly Bearer[], seconds: number): Promise<Waited> {
  const waited: Waited = { timesMs: [], failures: new Map() }
  const answers: Promise<void>[] = []
  const startedAt = performance.now()
  const asks = people.length * seconds
  const written = new Map<Bearer, string>()
  for (let nth = 0; nth < asks; nth += 1) {
    const dueAt = startedAt + (nth * 1000) / people.length
    await sleep(Math.max(0, dueAt - performance.now()))
    const person = people[nth % people.length] as Bearer
    const turn = Math.floor(nth / people.length) % 4
    if (turn === 1 || !written.has(person)) written.set(person, randomUUID())
    const id = written.get(person) ?? ''
    answers.push(ask(person, turn, id, dueAt, waited))
  }
  await Promise.all(answers)
  return waited
}

async function ask(
  person: Bearer,
  turn: number,
  id: string,
  dueAt: number,
  waited: Waited,
): Promise<void> {
  const operations = [
    [page, {}],
    [create, { id, title: 'Water the plants' }],
    [byId, { id }],
    [complete, { id }],
  ] as const
  const [query, variables] = operations[turn] ?? operations[0]
  const answer = await person.gql(query, variables).catch(() => undefined)
  waited.timesMs.push(performance.now() - dueAt)
  const code = answer ? answer.errors?.[0]?.extensions.code : 'no answer'
  if (code) waited.failures.set(code, (waited.failures.get(code) ?? 0) + 1)
}
