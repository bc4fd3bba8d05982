import type { ErrorCode as ServerCode } from '../../../server/src/errors.ts'
import { createTask, me, task, tasks, updateTask } from '../../src/generated/operations.ts'
import type { Priority, TaskFilter } from '../../src/generated/types.ts'
import {
  eachNode,
  type KnownErrorCode,
  type TendClient,
  TendError,
  type TypedText,
} from '../../src/index.ts'

// What must and must not compile; `npm run check` reads this file and nothing runs it. Each line below a
// comment is an error, and the comment would be one if it weren't.

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

/** The codes of the API, and two of the client's own. */
export const knowsAllCodes: Same<KnownErrorCode, ServerCode | 'UNREACHABLE' | 'UNREADABLE'> = true

export async function takes(client: TendClient): Promise<void> {
  await createTask(client, { title: 'Paint', priority: 'HIGH', tagIds: null })
  await tasks(client)
  await tasks(client, { filter: { or: [{ priority: { gte: 'HIGH' } }] } }, { signal: undefined })
  const filter: TaskFilter = { tags: { some: { name: { eqIgnoreCase: 'errands' } } } }
  for await (const one of eachNode((page) => tasks(client, { filter, ...page })))
    one.priority satisfies Priority

  // @ts-expect-error a task has a title
  await createTask(client, {})
  // @ts-expect-error which is a text
  await createTask(client, { title: 1 })
  // @ts-expect-error a field that an input doesn't have
  await createTask(client, { title: 'Paint', colour: 'RED' })
  // @ts-expect-error a value that an enum doesn't have
  await createTask(client, { title: 'Paint', priority: 'HIGHEST' })
  // @ts-expect-error a dry run has another answer
  await createTask(client, { title: 'Paint', dryRun: true })
  // @ts-expect-error an update names its task
  await updateTask(client, { title: 'Paint' })
  // @ts-expect-error and its title can't be a number
  await updateTask(client, { id: '1', title: 2 })
  // @ts-expect-error one task has an id
  await task(client)
  // @ts-expect-error a comparator that a field doesn't have
  await tasks(client, { filter: { completed: { contains: 'x' } } })
}

export async function gives(client: TendClient): Promise<void> {
  const made = await createTask(client, { title: 'Paint' })
  made.task.title satisfies string
  made.mutationId satisfies string
  // @ts-expect-error what a selection doesn't ask for isn't there
  made.task.subtasks
  // @ts-expect-error of what a task points at only the id is
  made.task.list.name
  // @ts-expect-error a day may be missing
  made.task.dueOn satisfies string
  const found = await task(client, { id: '1' })
  // @ts-expect-error there may be no such task
  found.title
  const person = await me(client)
  // @ts-expect-error and a token may not see whose it is
  person.name
}

type Renamed = { updateTask: { mutationId: string } }

export async function sendsDocuments(
  client: TendClient,
  typed: TypedText<Renamed, { input: { id: string } }>,
): Promise<void> {
  const { updateTask: payload } = await client.mutate(typed, { input: { id: '1' } })
  payload.mutationId satisfies string
  const { me: person } = await client.query<{ me: { name: string } }>('{ me { name } }')
  person.name satisfies string
  // @ts-expect-error the document takes variables
  await client.mutate(typed)
  // @ts-expect-error of other types
  await client.mutate(typed, { input: { id: 1 } })
  // @ts-expect-error what isn't typed is unknown
  ;(await client.query('{ me { name } }')).me
  // @ts-expect-error pages without a cursor can't be gone on from
  client.follow<{ changes: string[] }>('subscription { changes { changes { id } } }', null)
}

export function readsErrors(error: unknown): string {
  if (!(error instanceof TendError)) return ''
  const isKnown: boolean = error.code === 'CONFLICT' && error.reason === 'CHANGED_SINCE'
  // @ts-expect-error it may not say when to come again
  error.retryAfterSeconds satisfies number
  // @ts-expect-error nothing of it can be changed
  error.code = 'NOT_FOUND'
  return isKnown ? (error.issues[0]?.message ?? '') : error.message
}
