import { failRefused } from '../failure.ts'
import type { Session } from './session.ts'
import { type AnsweredTask, taskFields } from './task.ts'

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const shownCandidates = 10

const byIds = `query TasksByIds($ids: [ID!]!, $withNotes: Boolean!) {
  nodes(ids: $ids) { __typename ...TaskFields }
}
${taskFields}`

const byTitle = `query TasksByTitle($filter: TaskFilter!, $withNotes: Boolean!) {
  tasks(first: ${shownCandidates + 1}, filter: $filter) { nodes { ...TaskFields } }
}
${taskFields}`

/** Which tasks a beginning of a title is looked for among, one set after the other. */
export type Among = readonly ('open' | 'completed')[]

/**
 * The tasks that are meant, each once: by their id, by the number that the last `tend ls` gave them, or by the
 * beginning of their title, which must be that of one task only.
 *
 * @throws Failure when one isn't there, or could be several
 */
export async function findTasks(
  session: Session,
  references: readonly string[],
  among: Among,
): Promise<AnsweredTask[]> {
  const { listed } = session.memory.read()
  const ids = new Map<string, string>()
  for (const reference of references) {
    const id = uuid.test(reference) ? reference.toLowerCase() : findNumbered(reference, listed)
    if (id !== undefined) ids.set(reference, id)
  }
  const known = await loadTasks(session, [...new Set(ids.values())])
  const found = new Map<string, AnsweredTask>()
  for (const reference of references) {
    const id = ids.get(reference)
    const task = id === undefined ? await findByTitle(session, reference, among) : known.get(id)
    if (!task)
      throw failRefused(
        'NOT_FOUND',
        `A task was expected, and ${reference} is none that is still there. tend ls shows what is.`,
      )
    if (task.deletedAt !== null)
      throw failRefused(
        'NOT_FOUND',
        `“${task.title}” is in the trash. Restore it in the app, or take its deletion back with tend undo.`,
      )
    found.set(task.id, task)
  }
  return [...found.values()]
}

function findNumbered(reference: string, listed: readonly string[]): string | undefined {
  if (!/^\d{1,6}$/.test(reference)) return undefined
  const id = listed[Number(reference) - 1]
  if (id !== undefined) return id
  const found = listed.length === 0 ? 'has listed nothing yet' : `ended at ${listed.length}`
  throw failRefused(
    'NOT_FOUND',
    `A number of the last tend ls was expected, and it ${found}: ${reference} is none. List the tasks first, or name the task by its title.`,
  )
}

async function loadTasks({ client }: Session, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, AnsweredTask>()
  type Data = { nodes: readonly (({ __typename: string } & AnsweredTask) | null)[] }
  const { nodes } = await client.query<Data>(byIds, { ids, withNotes: false })
  return new Map(nodes.flatMap((node) => (node?.__typename === 'Task' ? [[node.id, node]] : [])))
}

async function findByTitle({ client }: Session, reference: string, among: Among) {
  const words = reference.trim()
  if (words === '') throw failRefused('NOT_FOUND', 'A task was expected, found an empty text.')
  for (const state of among) {
    const filter = {
      completed: { eq: state === 'completed' },
      title: { startsWithIgnoreCase: words },
    }
    type Data = { tasks: { nodes: AnsweredTask[] } }
    const { nodes } = (await client.query<Data>(byTitle, { filter, withNotes: false })).tasks
    const whole = nodes.filter(({ title }) => title.toLowerCase() === words.toLowerCase())
    const [only, ...others] = whole.length === 1 ? whole : nodes
    if (others.length > 0) throw failAmbiguous(words, nodes)
    if (only) return only
  }
  const kind = among.length === 1 ? `${among[0]} task` : 'task'
  throw failRefused(
    'NOT_FOUND',
    `A ${kind} was expected whose title begins with “${words}”, and there is none. tend ls all and tend ls completed show what there is.`,
  )
}

function failAmbiguous(words: string, tasks: readonly AnsweredTask[]) {
  const more = tasks.length > shownCandidates ? `More than ${shownCandidates}` : `${tasks.length}`
  const candidates = tasks
    .slice(0, shownCandidates)
    .map(({ id, title, list, dueOn }) => ({ id, title, list: list.name, dueOn }))
  return failRefused(
    'AMBIGUOUS',
    `${more} tasks begin with “${words}”, and nothing was done. Write more of the title, or one of these ids:`,
    candidates,
  )
}
