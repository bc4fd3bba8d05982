import type { Session } from './session.ts'

const mostTasks = 50
const perTask = 20

// Of tasks in the trash too: being deleted is a change like others.
const newest = `query Log($first: Int!) {
  tasks(
    first: $first
    filter: { or: [{ deleted: { eq: false } }, { deleted: { eq: true } }] }
    orderBy: [{ field: UPDATED_AT, direction: DESC }]
  ) {
    pageInfo { hasNextPage }
    nodes {
      id title
      history(first: ${perTask}) {
        pageInfo { hasNextPage }
        nodes {
          at operation mutationId
          actor { kind device tokenName isCurrent }
          changes { field before after }
        }
      }
    }
  }
}`

export type FieldChange = { field: string; before: string | null; after: string | null }

type Entry = {
  at: string
  operation: 'CREATED' | 'CHANGED' | 'DELETED'
  mutationId: string
  actor: { kind: string; device: string | null; tokenName: string | null; isCurrent: boolean }
  changes: readonly FieldChange[]
}
type Part<Node> = { pageInfo: { hasNextPage: boolean }; nodes: readonly Node[] }
type Data = { tasks: Part<{ id: string; title: string; history: Part<Entry> }> }

/** One thing that somebody did, and the tasks it changed. */
export type LogEntry = Pick<Entry, 'at' | 'mutationId' | 'actor'> & {
  tasks: (Pick<Entry, 'operation' | 'changes'> & { id: string; title: string })[]
}

/**
 * What happened to tasks, newest first, without a gap: it ends where the next thing may be one that wasn't
 * loaded. What happened to lists, tags and views isn't in it.
 */
export async function readLog({ client }: Session, limit: number): Promise<LogEntry[]> {
  // With one more, the newest thing is whole even if it changed one task only.
  const first = Math.min(limit + 1, mostTasks)
  const { tasks } = await client.query<Data>(newest, { first })
  const entries = new Map<string, LogEntry>()
  let completeSince = ''
  for (const { id, title, history } of tasks.nodes) {
    const oldest = history.nodes.at(-1)?.at ?? ''
    if (history.pageInfo.hasNextPage && oldest > completeSince) completeSince = oldest
    for (const { at, operation, mutationId, actor, changes } of history.nodes) {
      const entry = entries.get(mutationId) ?? { at, mutationId, actor, tasks: [] }
      entry.tasks.push({ id, title, operation, changes })
      entries.set(mutationId, entry)
    }
  }
  // Tasks that weren't loaded were changed before the last one that was.
  const last = tasks.nodes.at(-1)?.history.nodes[0]?.at ?? ''
  if (tasks.pageInfo.hasNextPage && last > completeSince) completeSince = last
  return [...entries.values()]
    .filter(({ at }) => at >= completeSince)
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, limit)
}
