import { useMemo } from 'react'
import { useClient } from 'urql'
import { v7 as createId } from 'uuid'
import { type Outcome, runMutation } from '../../graphql/run-mutation.ts'
import { useAct } from '../../model/actions/use-act.ts'
import type { List } from '../../model/documents/fields.ts'
import {
  ArchiveList,
  CreateList,
  DeleteList,
  RestoreList,
  UnarchiveList,
  UpdateList,
} from '../../model/documents/list.mutations.ts'
import { goTo } from '../../places/navigation.ts'
import { leavePlace } from './leave-place.ts'

export type ListDraft = Pick<List, 'name' | 'icon' | 'color'>

export type ListActions = {
  create: (draft: ListDraft) => Promise<Outcome<unknown>>
  update: (list: List, draft: ListDraft) => Promise<Outcome<unknown>>
  archive: (list: List) => void
  unarchive: (list: List) => void
  remove: (list: List) => void
  restore: (list: List) => void
}

/** What can be done with lists. Each shows at once, and says why when it is refused. */
export function useListActions(): ListActions {
  const client = useClient()
  const act = useAct()
  return useMemo(
    () => ({
      async create(draft) {
        const input = { id: createId(), ...draft }
        const outcome = await runMutation(client, CreateList, { input })
        if (outcome.ok) goTo({ place: { kind: 'list', id: input.id } })
        return outcome
      },
      update: ({ id }, draft) => runMutation(client, UpdateList, { input: { id, ...draft } }),
      archive({ id, name }) {
        leavePlace({ kind: 'list', id })
        void act({
          document: ArchiveList,
          input: { id },
          done: `Archived “${name}”`,
          failed: `“${name}” is still here.`,
        })
      },
      unarchive({ id, name }) {
        void act({
          document: UnarchiveList,
          input: { id },
          done: `“${name}” is back among your lists`,
          failed: `“${name}” stays archived.`,
        })
      },
      remove({ id, name }) {
        leavePlace({ kind: 'list', id })
        void act({
          document: DeleteList,
          input: { id },
          done: `Deleted “${name}” with its tasks`,
          failed: `“${name}” is still here.`,
        })
      },
      restore({ id, name }) {
        void act({
          document: RestoreList,
          input: { id },
          done: `Restored “${name}” with its tasks`,
          failed: `“${name}” stays in the trash.`,
        })
      },
    }),
    [client, act],
  )
}
