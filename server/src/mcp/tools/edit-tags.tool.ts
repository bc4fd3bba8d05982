import { z } from 'zod'
import { colors } from '../../domain/colors.ts'
import { defineTool } from '../tool.ts'
import { write, writingInput, writtenOutput } from '../write.ts'

const mutations = {
  create: 'createTag',
  update: 'updateTag',
  merge: 'mergeTags',
  delete: 'deleteTag',
} as const

const actions = Object.keys(mutations) as (keyof typeof mutations)[]

export const editTagsTool = defineTool({
  name: 'edit_tags',
  title: 'Edit tags',
  description:
    'Creates, changes, merges or deletes tags. create and update take name and color; update and delete the id; merge puts all tasks of fromIds under intoId. Undo brings deleted tags back, on their tasks.',
  effect: 'removes',
  input: z.strictObject({
    action: z.enum(actions),
    id: z.string().optional(),
    name: z.string().optional(),
    color: z
      .enum(colors.map((name) => name.toUpperCase()))
      .nullable()
      .optional(),
    fromIds: z.array(z.string()).min(1).optional(),
    intoId: z.string().optional(),
    ...writingInput,
  }),
  output: writtenOutput,
  run: (caller, { action, ...input }) =>
    write<{ tag: Tag }>(caller, mutations[action], input, 'tag { id name color }', ({ tag }) => ({
      tag: { id: tag.id, name: tag.name, ...(tag.color && { color: tag.color }) },
    })),
})

type Tag = { id: string; name: string; color: string | null }
