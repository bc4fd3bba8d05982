import type { Client } from '@urql/core'
import { describeError } from '../../graphql/error-text.ts'
import { type Refusal, runMutation } from '../../graphql/run-mutation.ts'
import {
  DeleteListForGood,
  DeleteTasksForGood,
  EmptyTrash,
  TrashContentsQuery,
} from '../../model/documents/for-good.mutations.ts'
import type { ForGoodRequest } from '../../model/trash/for-good.store.ts'
import type { ForGoodSize } from './for-good-words.ts'

export type ForGoodContents = ForGoodSize & {
  /** When the newest of it was put there: what comes later isn't meant. */
  until?: string | undefined
}

export type ForGoodProgress = { done: number; total: number }

type Outcome =
  | {
      ok: true
      /** Why some of the tasks are still there. */
      stayed?: string | undefined
    }
  | Refusal

/** How much a list, or the trash, holds. @throws never: the message is why it can't be said */
export async function countForGood(
  client: Client,
  request: ForGoodRequest,
): Promise<{ ok: true; contents: ForGoodContents } | Refusal> {
  if (request.kind === 'tasks')
    return { ok: true, contents: { tasks: request.tasks.length, lists: 0 } }
  const filter = {
    deleted: { eq: true },
    ...(request.kind === 'list' && { listId: { eq: request.list.id } }),
  }
  const { data, error } = await client
    .query(TrashContentsQuery, { filter }, { requestPolicy: 'network-only', uncached: true })
    .toPromise()
  if (!data) return { ok: false, message: error ? describeError(error) : 'The API gave no answer.' }
  const { tasks, lists } = data
  if (request.kind === 'list') return { ok: true, contents: { tasks: tasks.totalCount, lists: 1 } }
  const moments = [...tasks.nodes, ...lists.nodes].map(({ deletedAt }) => deletedAt ?? '')
  const until = moments.sort().at(-1)
  return { ok: true, contents: { tasks: tasks.totalCount, lists: lists.totalCount, until } }
}

/**
 * Deletes for good, a list and the trash in pieces, until all is gone or somebody stops it. Never throws.
 *
 * @param onProgress called after each piece
 */
export async function deleteForGood(
  client: Client,
  request: ForGoodRequest,
  contents: ForGoodContents,
  onProgress: (progress: ForGoodProgress) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  if (request.kind === 'tasks') return deleteTasks(client, request.tasks)
  let done = 0
  const total = contents.tasks + contents.lists
  while (!signal.aborted) {
    const outcome = await deletePiece(client, request, contents.until)
    if (!outcome.ok) return outcome
    const { deletedTaskCount, deletedListCount, remainingCount } = outcome.payload
    const count = deletedTaskCount + deletedListCount
    done += count
    onProgress({ done, total: Math.max(total, done + remainingCount) })
    if (remainingCount === 0 || count === 0) break
  }
  return { ok: true }
}

async function deletePiece(
  client: Client,
  request: Exclude<ForGoodRequest, { kind: 'tasks' }>,
  until: string | undefined,
) {
  if (request.kind === 'list') {
    const input = { id: request.list.id }
    const outcome = await runMutation(client, DeleteListForGood, { input })
    return outcome.ok ? { ok: true as const, payload: outcome.data.deleteListForGood } : outcome
  }
  const input = until === undefined ? {} : { deletedUntil: until }
  const outcome = await runMutation(client, EmptyTrash, { input })
  return outcome.ok ? { ok: true as const, payload: outcome.data.emptyTrash } : outcome
}

async function deleteTasks(client: Client, tasks: readonly { id: string }[]): Promise<Outcome> {
  const input = { ids: tasks.map(({ id }) => id), mode: 'EACH' as const }
  const outcome = await runMutation(client, DeleteTasksForGood, { input })
  if (!outcome.ok) return outcome
  const { results } = outcome.data.deleteTasksForGood
  // Those that are gone already are as they should be.
  const problems = results.flatMap(({ error }) =>
    error && error.code !== 'NOT_FOUND' ? error.message : [],
  )
  const [problem] = problems
  if (problem === undefined) return { ok: true }
  if (problems.length === results.length) return { ok: false, message: problem }
  return {
    ok: true,
    stayed: `${problems.length} of ${results.length} are not in the trash any more.`,
  }
}
