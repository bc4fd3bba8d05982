import { useCallback } from 'react'
import { useClient } from 'urql'
import { v7 as createId } from 'uuid'
import type { TaskFilter, TaskOrder } from '../../gql/graphql.ts'
import { type Outcome, runMutation } from '../../graphql/run-mutation.ts'
import type { SavedView } from '../../model/documents/fields.ts'
import { CreateView, UpdateView } from '../../model/documents/view.mutations.ts'
import { goTo } from '../../places/navigation.ts'

export type ViewDraft = Pick<SavedView, 'name' | 'icon' | 'groupBy'> & {
  filter: TaskFilter
  orderBy: TaskOrder[]
}

/** Saves a view under its id, or creates one and shows it. */
export function useSaveView() {
  const client = useClient()
  return useCallback(
    async (id: string | undefined, draft: ViewDraft): Promise<Outcome<unknown>> => {
      if (id) return runMutation(client, UpdateView, { input: { id, ...draft } })
      const input = { id: createId(), ...draft }
      const outcome = await runMutation(client, CreateView, { input })
      if (outcome.ok) goTo({ place: { kind: 'view', id: input.id } })
      return outcome
    },
    [client],
  )
}
