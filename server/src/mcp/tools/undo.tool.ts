import { z } from 'zod'
import { defineTool } from '../tool.ts'
import { write, writingInput, writtenOutput } from '../write.ts'

/** How many of the changed objects are named. */
const shownObjects = 50

const shown =
  'changes { entityType id deleted node { ... on Task { title } ... on List { name } ... on Tag { name } ... on SavedView { name } } }'

type Payload = {
  changes: {
    entityType: string
    id: string
    deleted: boolean
    node: { title?: string; name?: string } | null
  }[]
}

export const undoTool = defineTool({
  name: 'undo',
  title: 'Undo a change',
  description:
    'Takes back everything that one change did, or nothing of it when somebody has changed it since. Up to 30 days later, whoever made it. With redo: true, does an undone change again.',
  effect: 'changes',
  isIdempotent: true,
  input: z.strictObject({
    mutationId: z.string(),
    redo: z.boolean().optional(),
    ...writingInput,
  }),
  output: writtenOutput,
  run: (caller, { redo, ...input }) =>
    write<Payload>(caller, redo ? 'redo' : 'undo', input, shown, ({ changes }) => ({
      changedCount: changes.length,
      changes: changes.slice(0, shownObjects).map(({ entityType, id, deleted, node }) => {
        const name = node?.title ?? node?.name
        return { entityType, id, ...(deleted && { deleted }), ...(name !== undefined && { name }) }
      }),
    })),
})
