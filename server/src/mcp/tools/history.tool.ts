import { z } from 'zod'
import { ApiError } from '../caller.ts'
import { writeMoment } from '../days.ts'
import { findTimeZone } from '../shown-task.ts'
import { defineTool } from '../tool.ts'
import { type FieldChange, showFieldChange } from '../write.ts'

const query = `query History($id: ID!, $first: Int!, $after: String) {
  task(id: $id) {
    history(first: $first, after: $after) {
      nodes {
        at mutationId operation actor { kind isCurrent device tokenName }
        changes { field before after }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`

type Entry = {
  at: string
  mutationId: string
  operation: string
  actor: { kind: string; isCurrent: boolean; device: string | null; tokenName: string | null }
  changes: FieldChange[]
}

type Data = {
  task: {
    history: { nodes: Entry[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
  } | null
}

const usualSize = 10

export const historyTool = defineTool({
  name: 'history',
  title: 'History of a task',
  description:
    'What happened to a task in the last 90 days and who did it, newest first. Each mutationId can be given to undo.',
  effect: 'reads',
  input: z.strictObject({
    id: z.string(),
    limit: z.int().min(1).max(50).optional(),
    cursor: z.string().optional(),
  }),
  output: z.object({
    entries: z.array(z.object({ mutationId: z.string(), at: z.string() })),
    cursor: z.string().optional(),
  }),
  async run(caller, { id, limit: first = usualSize, cursor: after }) {
    const { task } = await caller.ask<Data>(query, { id, first, after })
    if (!task) throw new ApiError('NOT_FOUND', 'id: There is no task with this id')
    const { nodes, pageInfo } = task.history
    const timeZone = await findTimeZone(caller)
    const entries = nodes.map(({ at, mutationId, operation, actor, changes }) => ({
      at: writeMoment(at, timeZone),
      mutationId,
      operation,
      by: nameActor(actor),
      ...(changes.length > 0 && { changes: changes.map(showFieldChange) }),
    }))
    const { hasNextPage, endCursor } = pageInfo
    return { data: { entries, ...(hasNextPage && endCursor && { cursor: endCursor }) } }
  },
})

function nameActor({ kind, isCurrent, device, tokenName }: Entry['actor']): string {
  if (isCurrent) return 'this token'
  if (kind === 'SYSTEM') return 'Tend'
  return device ?? tokenName ?? (kind === 'TOKEN' ? 'another token' : 'a session of the person')
}
