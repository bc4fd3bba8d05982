import { useCallback } from 'react'
import type { OrderPosition } from '../cache/order-positions.ts'
import type { List } from '../documents/fields.ts'
import { MoveList } from '../documents/list.mutations.ts'
import { useAct } from './use-act.ts'

/** Puts a list beside another one of the sidebar; `done` offers to undo it. */
export function useMoveList(): (list: List, to: OrderPosition, done?: string) => void {
  const act = useAct()
  return useCallback(
    ({ id, name }, to, done) => {
      const failed = `“${name}” stays where it was.`
      void act({ document: MoveList, input: { id, ...to }, done, failed })
    },
    [act],
  )
}
