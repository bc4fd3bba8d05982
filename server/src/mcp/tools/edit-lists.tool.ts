import { z } from 'zod'
import { colors } from '../../domain/colors.ts'
import { defineTool } from '../tool.ts'
import { write, writingInput, writtenOutput } from '../write.ts'

const mutations = {
  create: 'createList',
  update: 'updateList',
  move: 'moveList',
  archive: 'archiveList',
  unarchive: 'unarchiveList',
  trash: 'deleteList',
  restore: 'restoreList',
} as const

const actions = Object.keys(mutations) as (keyof typeof mutations)[]

const color = z.enum(colors.map((name) => name.toUpperCase()))

export const editListsTool = defineTool({
  name: 'edit_lists',
  title: 'Edit lists',
  description:
    'Creates or changes one list. create and update take name, color and icon (an emoji), create and move afterId or beforeId (lists); all but create need the id. trash takes its tasks along.',
  effect: 'removes',
  input: z.strictObject({
    action: z.enum(actions),
    id: z.string().optional(),
    name: z.string().optional(),
    color: color.nullable().optional(),
    icon: z.string().nullable().optional(),
    afterId: z.string().optional(),
    beforeId: z.string().optional(),
    ...writingInput,
  }),
  output: writtenOutput,
  run: (caller, { action, ...input }) =>
    write<{ list: List }>(caller, mutations[action], input, shown, ({ list }) => ({
      list: {
        id: list.id,
        name: list.name,
        ...(list.color && { color: list.color }),
        ...(list.icon && { icon: list.icon }),
        ...(list.archivedAt && { isArchived: true }),
        ...(list.deletedAt && { isInTrash: true }),
      },
    })),
})

const shown = 'list { id name color icon archivedAt deletedAt }'

type List = {
  id: string
  name: string
  color: string | null
  icon: string | null
  archivedAt: string | null
  deletedAt: string | null
}
