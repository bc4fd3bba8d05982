import { mergeSize, textLimits } from '../domain/limits.ts'
import { addMutation, type PayloadBuilder, payloadOrRepetition } from '../graphql/add-mutation.ts'
import { ColorType } from '../graphql/color.schema.ts'
import { unchangedSinceField } from '../graphql/unchanged-since.ts'
import type { Tag } from './tag.queries.ts'
import { TagType } from './tag.schema.ts'
import { createTag, deleteTag, mergeTags, updateTag } from './tag.service.ts'

const { tagName } = textLimits
const nameWords = `One line, ${tagName.min} to ${tagName.max} characters after trimming.`

addMutation('createTag', {
  description: 'Makes a tag. A name that one of your tags has, in whatever case, is CONFLICT.',
  inputDescription: 'A tag to create.',
  inputFields: (t) => ({
    id: t.id({
      description:
        'A UUID of your own making, so that the mutation can be repeated safely: the same id with the same input gives the stored tag, with other input CONFLICT. By default the server creates one (version 7).',
    }),
    name: t.string({ required: true, description: `What to call it. ${nameWords}` }),
    color: t.field({ type: ColorType, description: 'Its colour; none by default.' }),
  }),
  payloadFields: (t: PayloadBuilder<{ tag: Tag }>) => ({
    tag: t.expose('tag', { type: TagType, description: 'The new tag.' }),
  }),
  resolve: async (db, input) => {
    const { tag, madeBy } = await createTag(db, input)
    return payloadOrRepetition({ tag }, madeBy)
  },
})

addMutation('updateTag', {
  description:
    'Renames a tag or gives it another colour, on every task at once. A name that another of your tags has is CONFLICT.',
  inputDescription: 'What to change of a tag. What is left out stays; null clears.',
  inputFields: (t) => ({
    id: t.id({ required: true, description: 'The id of the tag.' }),
    name: t.string({ description: `Another name; can’t be cleared. ${nameWords}` }),
    color: t.field({ type: ColorType, description: 'Another colour.' }),
    ...unchangedSinceField(t),
  }),
  payloadFields: (t: PayloadBuilder<{ tag: Tag }>) => ({
    tag: t.expose('tag', { type: TagType, description: 'The tag as it is now.' }),
  }),
  resolve: async (db, input) => ({ tag: await updateTag(db, input) }),
})

addMutation('deleteTag', {
  description: 'Deletes a tag and takes it off every task. There is no trash for tags, but undo.',
  inputDescription: 'Which tag is meant.',
  inputFields: (t) => ({ id: t.id({ required: true, description: 'The id of the tag.' }) }),
  payloadFields: (t: PayloadBuilder<{ tag: Tag }>) => ({
    tag: t.expose('tag', { type: TagType, description: 'The tag as it was.' }),
  }),
  resolve: async (db, { id }) => ({ tag: await deleteTag(db, id) }),
})

addMutation('mergeTags', {
  description:
    'Makes several tags one: every task that has one of them gets the remaining tag, and they are deleted.',
  inputDescription: 'Which tags become which.',
  inputFields: (t) => ({
    fromIds: t.idList({
      required: true,
      description: `The tags that go, ${mergeSize.min} to ${mergeSize.max}; intoId is not among them.`,
    }),
    intoId: t.id({ required: true, description: 'The tag that remains.' }),
  }),
  payloadFields: (t: PayloadBuilder<{ tag: Tag; deletedTagIds: string[] }>) => ({
    tag: t.expose('tag', { type: TagType, description: 'The remaining tag.' }),
    deletedTagIds: t.exposeIDList('deletedTagIds', {
      extensions: { cost: { atMost: mergeSize.max } },
      description: 'The ids of the tags that are gone.',
    }),
  }),
  resolve: async (db, input) => {
    const { tag, merged } = await mergeTags(db, input)
    return { tag, deletedTagIds: merged.map(({ id }) => id) }
  },
})
