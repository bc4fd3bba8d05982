import { useMemo } from 'react'
import { useAct } from '../../model/actions/use-act.ts'
import type { OrderPosition } from '../../model/cache/order-positions.ts'
import type { SavedView } from '../../model/documents/fields.ts'
import { DeleteView, MoveView } from '../../model/documents/view.mutations.ts'
import { leavePlace } from './leave-place.ts'

export type ViewActions = {
  move: (view: SavedView, to: OrderPosition) => void
  remove: (view: SavedView) => void
}

/** What can be done with saved views. Each shows at once, and says why when it is refused. */
export function useViewActions(): ViewActions {
  const act = useAct()
  return useMemo(
    () => ({
      move({ id, name }, to) {
        void act({
          document: MoveView,
          input: { id, ...to },
          failed: `“${name}” stays where it was.`,
        })
      },
      remove({ id, name }) {
        leavePlace({ kind: 'view', id })
        void act({
          document: DeleteView,
          input: { id },
          done: `Deleted the view “${name}”`,
          failed: `“${name}” is still here.`,
        })
      },
    }),
    [act],
  )
}
