import { bulkSize } from '../../server/src/domain/early-limits.ts'
import { type DemoClient, send } from './client.ts'
import type { DemoTask } from './tasks.ts'

const createTasks = /* GraphQL */ `
  mutation DemoCreateTasks($input: CreateTasksInput!) {
    createTasks(input: $input) {
      results { id task { completed createdAt updatedAt } error { code message } }
    }
  }
`
const completeTasks = /* GraphQL */ `
  mutation DemoCompleteTasks($input: CompleteTasksInput!) {
    completeTasks(input: $input) { results { id error { code message } } }
  }
`

type Result = {
  id: string
  task?: { completed: boolean; createdAt: string; updatedAt: string } | null
  error: { code: string; message: string } | null
}

/**
 * Creates the tasks, as many in a call as allowed, and completes those that are done. Existing tasks stay as
 * they are.
 *
 * @throws Error with one sentence when the API doesn't run or refuses.
 */
export async function fillAccount(
  client: DemoClient,
  tasks: DemoTask[],
  onProgress: (done: number) => void,
): Promise<void> {
  for (let from = 0; from < tasks.length; from += bulkSize.max) {
    const part = tasks.slice(from, from + bulkSize.max)
    const created = await run(client, createTasks, { tasks: part.map((task) => task.input) })
    const isDone = new Map(part.map((task) => [task.input.id, task.isDone]))
    const ids = created.filter((one) => isDone.get(one.id) && isUntouched(one)).map((one) => one.id)
    if (ids.length > 0) await run(client, completeTasks, { ids })
    onProgress(from + part.length)
  }
}

/** One that its owner has opened again stays open. */
function isUntouched({ task }: Result): boolean {
  return task?.completed === false && task.createdAt === task.updatedAt
}

/** Each task separately: one that its owner has changed since an earlier run is a CONFLICT, and stays. */
async function run(client: DemoClient, mutation: string, input: object): Promise<Result[]> {
  type Data = Record<string, { results: Result[] }>
  const data = await send<Data>(client, mutation, { ...input, mode: 'EACH' })
  const results = Object.values(data ?? {}).flatMap((payload) => payload.results)
  const refused = results.find((result) => result.error && result.error.code !== 'CONFLICT')
  if (refused?.error) throw new Error(`The API refused a task: ${refused.error.message}`)
  return results
}
