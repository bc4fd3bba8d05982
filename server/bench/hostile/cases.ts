import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { writeOrderKey } from '../../src/domain/order/order-key.ts'

/** What the hostile person attacks, and what they have prepared. */
export type Target = {
  port: number
  token: string
  /** A task with many subtasks, and those subtasks. */
  parentId: string
  taskIds: readonly string[]
  /** The person's export, as JSON. */
  file: string
}

/** The number of answers of each kind. */
export type Got = Record<string, number>

type Attack = {
  signal: AbortSignal
  count(what: string): void
}

/** Attacks until the signal is aborted. */
type Strike = (attack: Attack) => Promise<unknown>

/** Prepares what the attack sends, so that this isn't measured, and returns the attack. */
type Case = (target: Target) => Strike

// A request may have a million bytes.
const bodyBytes = 990_000
const fileBytes = 49_000_000

/** The worst that is allowed, as one case each. */
export const cases = {
  'nested subtasks and parents': (target) => {
    const query =
      'query ($id: ID!) { task(id: $id) { subtasks { parent { subtasks { parent { subtasks { id title } } } } } } }'
    return (attack) =>
      together(20, attack, () =>
        send(target, attack, { query, variables: { id: target.parentId } }),
      )
  },
  'slow searches in long notes': (target) => {
    const query =
      'query ($text: String!) { tasks(first: 1, filter: { description: { containsIgnoreCase: $text } }) { totalCount nodes { id } } }'
    return (attack) =>
      together(60, attack, () =>
        send(target, attack, { query, variables: { text: `x${randomUUID()}` } }),
      )
  },
  'mutations of one’s own': (target) => {
    const query =
      'mutation ($id: ID!, $title: String!) { updateTask(input: { id: $id, title: $title }) { mutationId } }'
    return (attack) =>
      together(100, attack, () =>
        send(target, attack, { query, variables: { id: target.parentId, title: randomUUID() } }),
      )
  },
  'bulk mutations': changeInBulk,
  'exports that are read slowly': (target) => (attack) =>
    together(20, attack, () => readSlowly(target, attack)),
  'events of a hundred subscriptions': (target) => {
    const query =
      'subscription { changes { cursor changes { id node { id ... on Task { title description tags { name } } } } } }'
    const change = changeInBulk(target)
    const listen = (attack: Attack) =>
      together(100, attack, () => send(target, attack, { query }, 'text/event-stream'))
    return (attack) => Promise.all([listen(attack), change(attack)])
  },
  'an order of many wrong keys': (target) => {
    const query =
      'query ($orderBy: [TaskOrder!]) { tasks(first: 1, orderBy: $orderBy) { totalCount } }'
    const orderBy = Array.from({ length: bodyBytes / 8 }, () => ({ a: 1 }))
    const body = JSON.stringify({ query, variables: { orderBy } })
    return (attack) => together(10, attack, () => post(target, attack, '/graphql', body))
  },
  'large variables': (target) => {
    const query = 'query ($filter: TaskFilter) { tasks(first: 1, filter: $filter) { totalCount } }'
    const or = Array.from({ length: bodyBytes / 32 }, () => ({ title: { eq: 'a' } }))
    const body = JSON.stringify({ query, variables: { filter: { or } } })
    return (attack) => together(10, attack, () => post(target, attack, '/graphql', body))
  },
  'ever new documents': (target) => (attack) =>
    together(20, attack, () => send(target, attack, { query: writeNewDocument() })),
  // At the end, because the database writes its pages for minutes after it.
  'imports of the largest file': (target) => {
    const file = enlarge(target.file)
    return (attack) => together(2, attack, () => post(target, attack, '/import', file))
  },
} as const satisfies Record<string, Case>

export type CaseName = keyof typeof cases

function changeInBulk(target: Target): Strike {
  const query =
    'mutation ($ids: [ID!]!, $p: Priority!) { updateTasks(input: { ids: $ids, changes: { priority: $p } }) { mutationId } }'
  let nth = 0
  return (attack) =>
    together(20, attack, () => {
      nth += 1
      const p = nth % 2 ? 'HIGH' : 'LOW'
      return send(target, attack, { query, variables: { ids: target.taskIds, p } })
    })
}

// Each may have 20 fields at the root, 1,000 in all, and 50 aliases.
const fieldsOfTask =
  'id title description completed completedAt priority position createdAt updatedAt dueOn dueTime dueTimeZone startOn'

/** As large as a document may be, and like no other one. */
function writeNewDocument(): string {
  const alias = () => `a${randomUUID().replaceAll('-', '')}`
  const page = () =>
    `${alias()}: tasks(first: 1) { nodes { ${fieldsOfTask} list { id ${alias()}: name } } }`
  return `{ ${Array.from({ length: 20 }, page).join(' ')} }`
}

/** Sends so many requests at once, and another as soon as one is answered. */
async function together(
  count: number,
  { signal }: Attack,
  strike: () => Promise<void>,
): Promise<void> {
  const loop = async () => {
    while (!signal.aborted) await strike()
  }
  await Promise.all(Array.from({ length: count }, loop))
}

function send(
  target: Target,
  attack: Attack,
  operation: { query: string; variables?: Record<string, unknown> },
  accept?: string,
): Promise<void> {
  return post(target, attack, '/graphql', JSON.stringify(operation), accept)
}

/**
 * A refused client tries again immediately, as no client should, but with a short pause, so that
 * not only refusals are measured.
 */
const afterRefusalMs = 20

async function post(
  { port, token }: Target,
  { signal, count }: Attack,
  path: string,
  body: string,
  accept = 'application/json',
): Promise<void> {
  try {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept }
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers,
      body,
      signal,
    })
    const text = await answer.text()
    const code = /"code":"(\w+)"/.exec(text)?.[1]
    count(code ?? 'answers')
    if (code) await sleep(afterRefusalMs)
  } catch {
    if (signal.aborted) return
    count('broken off')
    await sleep(afterRefusalMs)
  }
}

/** Reads the beginning of an export and then nothing, until the service closes the connection. */
function readSlowly({ port, token }: Target, { signal, count }: Attack): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const headers = { authorization: `Bearer ${token}` }
  const outgoing = request({
    port,
    host: '127.0.0.1',
    path: '/export.json',
    headers,
    agent: false,
    signal,
  })
  outgoing.on('response', (response) => {
    count(response.statusCode === 200 ? 'answers' : String(response.statusCode))
    if (response.statusCode === 200) response.pause()
    else response.resume().on('end', () => setTimeout(resolve, afterRefusalMs))
    response.on('error', () => resolve()).on('close', () => resolve())
  })
  outgoing.on('error', () => resolve()).end()
  return promise
}

/** The same file with the maximum number of tasks, all of them new. */
function enlarge(text: string): string {
  const file = JSON.parse(text)
  const [model] = file.tasks
  const entry = { ...model, description: 'x'.repeat(300) }
  const count = Math.floor(fileBytes / (JSON.stringify(entry).length + 1))
  file.tasks = Array.from({ length: count }, (_, nth) => ({
    ...entry,
    id: randomUUID(),
    position: writeOrderKey([1_000_000 + nth]),
  }))
  return JSON.stringify(file)
}
