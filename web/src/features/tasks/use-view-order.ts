import { useEffect, useState } from 'react'
import type { SavedView, Task } from '../../model/documents/fields.ts'

/** How a view that is grouped by days orders the tasks of each group; undefined for all others. */
export function useViewOrder(view: SavedView | undefined) {
  const orderBy = view?.groupBy === 'DUE_DAY' ? view.orderBy : undefined
  const [compare, setCompare] = useState<(a: Task, b: Task) => number>()
  useEffect(() => {
    let isWanted = true
    setCompare(undefined)
    if (orderBy?.length) {
      void import('./compare-in-view.ts').then(({ compareInView }) => {
        if (isWanted) setCompare(() => compareInView(orderBy))
      })
    }
    return () => {
      isWanted = false
    }
  }, [orderBy])
  return compare
}
