import type { Cache } from '@urql/exchange-graphcache'
import type {
  CreateTagMutationVariables,
  DeleteTagMutationVariables,
  MergeTagsMutationVariables,
  UpdateTagMutationVariables,
} from '../../gql/graphql.ts'
import type { FeatureCache } from '../../graphql/cache.exchange.ts'
import { type Tag, TagFields } from '../documents/fields.ts'
import { placeInCollection } from './collections.cache.ts'
import { listPlacedTasks, placeTask } from './task-places.cache.ts'

type Answer = { tag: { id: string }; deletedTagIds: readonly string[] }

/** How mutations of a tag update the sidebar and the tasks, before and after the answer. */
export const tagCache: FeatureCache = {
  updates: {
    createTag: (result, _args, cache) => {
      const key = keyOf(cache, (result.createTag as Answer).tag.id)
      placeInCollection(cache, 'tags', key, () => true)
    },
    deleteTag: (result, _args, cache) => removeTag(cache, (result.deleteTag as Answer).tag.id),
    mergeTags: (result, _args, cache) => {
      const { tag, deletedTagIds } = result.mergeTags as Answer
      for (const id of deletedTagIds) removeTag(cache, id, tag.id)
    },
  },
  optimistic: {
    createTag: ({ input }: CreateTagMutationVariables) =>
      payload('CreateTagPayload', {
        id: input.id ?? '',
        name: input.name,
        color: input.color ?? null,
      }),
    updateTag: ({ input }: UpdateTagMutationVariables, cache) => {
      const { id, name, color } = input
      return change(cache, 'UpdateTagPayload', id, {
        ...(name && { name }),
        ...(color !== undefined && { color }),
      })
    },
    deleteTag: ({ input }: DeleteTagMutationVariables, cache) =>
      change(cache, 'DeleteTagPayload', input.id, {}),
    mergeTags: ({ input }: MergeTagsMutationVariables, cache) => {
      const merged = change(cache, 'MergeTagsPayload', input.intoId, {})
      return merged && { ...merged, deletedTagIds: input.fromIds }
    },
  },
}

/** Removes a tag from the sidebar and from every task that a place shows, or replaces it by another. */
function removeTag(cache: Cache, id: string, insteadId?: string): void {
  const gone = keyOf(cache, id)
  const instead = insteadId === undefined ? undefined : keyOf(cache, insteadId)
  placeInCollection(cache, 'tags', gone, () => false)
  for (const task of listPlacedTasks(cache)) {
    const tags = cache.resolve(task, 'tags') as string[] | undefined
    if (!tags?.includes(gone)) continue
    const others = tags.filter((tag) => tag !== gone && tag !== instead)
    cache.link(task, 'tags', instead ? [...others, instead] : others)
    placeTask(cache, task.replace(/^Task:/, ''))
  }
}

function keyOf(cache: Cache, id: string): string {
  return cache.keyOfEntity({ __typename: 'Tag', id }) ?? ''
}

function change(cache: Cache, typename: string, id: string, changes: Partial<Tag>) {
  const tag = cache.readFragment(TagFields, { __typename: 'Tag', id }) as Tag | null
  return tag && payload(typename, { ...tag, ...changes })
}

function payload(typename: string, tag: Tag) {
  return { __typename: typename, mutationId: '', tag: { ...tag, __typename: 'Tag' } }
}
