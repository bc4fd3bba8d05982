import { createHash } from 'node:crypto'
import type { DemoTask } from './tasks.ts'

const requestsAtOnce = 4

const createTask = /* GraphQL */ `
  mutation DemoCreateTask($input: CreateTaskInput!) {
    createTask(input: $input) { task { completed } }
  }
`
const completeTask = /* GraphQL */ `
  mutation DemoCompleteTask($input: CompleteTaskInput!) {
    completeTask(input: $input) { task { completed } }
  }
`

type Answer = {
  data?: { createTask?: { task: { completed: boolean } } } | null
  errors?: { message: string; extensions?: { code?: string } }[]
}

export type FillSettings = {
  /** The GraphQL endpoint. */
  url: string
  token: string
  /** What the tasks' ids are derived from, so that a second run makes no second task. */
  owner: string
  onProgress(done: number): void
}

/**
 * Creates the tasks through the GraphQL API. A task that exists is left as its owner has it.
 *
 * @throws Error with one sentence when the API doesn't run or refuses.
 */
export async function fillAccount(tasks: DemoTask[], settings: FillSettings): Promise<void> {
  let done = 0
  const queue = tasks.entries()
  const work = async () => {
    for (const [index, task] of queue) {
      await addTask(task, toTaskId(settings.owner, index), settings)
      done += 1
      settings.onProgress(done)
    }
  }
  await Promise.all(Array.from({ length: requestsAtOnce }, work))
}

async function addTask(task: DemoTask, id: string, settings: FillSettings): Promise<void> {
  const { completed, ...input } = task
  const answer = await send(createTask, { id, ...input }, settings)
  const created = answer.data?.createTask?.task
  if (created && completed && !created.completed) {
    await send(completeTask, { id }, settings)
  }
}

async function send(query: string, input: unknown, settings: FillSettings): Promise<Answer> {
  const response = await request(settings, JSON.stringify({ query, variables: { input } }))
  const answer = (await response.json().catch(() => ({}))) as Answer
  const [error] = answer.errors ?? []
  // The owner has changed the task since an earlier run: then it is theirs.
  if (error && error.extensions?.code !== 'CONFLICT') {
    throw new Error(`The API refused a task: ${error.message}`)
  }
  if (!error && !answer.data) throw new Error(`The API answered with HTTP ${response.status}.`)
  return answer
}

async function request({ url, token }: FillSettings, body: string): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    })
  } catch (error) {
    throw new Error(
      `The API doesn't answer at ${url}: start it with \`npm start\`, then try again.`,
      {
        cause: error,
      },
    )
  }
}

/** A UUID of version 8 (RFC 9562, section 5.8): ours to derive, the same on every run. */
function toTaskId(owner: string, index: number): string {
  const bytes = createHash('sha256').update(`tend:demo:${owner}:${index}`).digest().subarray(0, 16)
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x80
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [8, 12, 16, 20, 32]
    .map((end, part, ends) => hex.slice(part === 0 ? 0 : ends[part - 1], end))
    .join('-')
}
