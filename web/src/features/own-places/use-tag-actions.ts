import { useMemo } from 'react'
import { useClient } from 'urql'
import { v7 as createId } from 'uuid'
import { type Outcome, runMutation } from '../../graphql/run-mutation.ts'
import { useAct } from '../../model/actions/use-act.ts'
import type { Tag } from '../../model/documents/fields.ts'
import { CreateTag, DeleteTag, MergeTags, UpdateTag } from '../../model/documents/tag.mutations.ts'
import { goTo } from '../../places/navigation.ts'
import { leavePlace } from './leave-place.ts'

export type TagDraft = Pick<Tag, 'name' | 'color'>

export type TagActions = {
  create: (draft: TagDraft) => Promise<Outcome<unknown>>
  update: (tag: Tag, draft: TagDraft) => Promise<Outcome<unknown>>
  /** Gives all tasks of a tag another one, and deletes it. */
  merge: (tag: Tag, into: Tag) => void
  remove: (tag: Tag) => void
}

/** What can be done with tags. Each shows at once, and says why when it is refused. */
export function useTagActions(): TagActions {
  const client = useClient()
  const act = useAct()
  return useMemo(
    () => ({
      async create(draft) {
        const input = { id: createId(), ...draft }
        const outcome = await runMutation(client, CreateTag, { input })
        if (outcome.ok) goTo({ place: { kind: 'tag', id: input.id } })
        return outcome
      },
      update: ({ id }, draft) => runMutation(client, UpdateTag, { input: { id, ...draft } }),
      merge(tag, into) {
        leavePlace({ kind: 'tag', id: tag.id }, { kind: 'tag', id: into.id })
        void act({
          document: MergeTags,
          input: { fromIds: [tag.id], intoId: into.id },
          done: `“${tag.name}” is “${into.name}” now`,
          failed: `“${tag.name}” is still here.`,
        })
      },
      remove({ id, name }) {
        leavePlace({ kind: 'tag', id })
        void act({
          document: DeleteTag,
          input: { id },
          done: `Deleted the tag “${name}”`,
          failed: `“${name}” is still here.`,
        })
      },
    }),
    [client, act],
  )
}
