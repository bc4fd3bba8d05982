import { useCallback } from 'react'
import type { List } from './fields.ts'
import { MoveList } from './list.mutations.ts'
import type { OrderSpot } from './order-spots.ts'
import { useAct } from './use-act.ts'

/** Puts a list beside another one of the sidebar; `done` offers to undo it. */
export function useMoveList(): (list: List, to: OrderSpot, done?: string) => void {
  const act = useAct()
  return useCallback(
    ({ id, name }, to, done) => {
      const failed = `“${name}” stays where it was.`
      void act({ document: MoveList, input: { id, ...to }, done, failed })
    },
    [act],
  )
}
