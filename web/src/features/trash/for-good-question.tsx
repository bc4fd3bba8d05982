'use client'

import { lazy, Suspense } from 'react'
import { useForGood } from '../../model/trash/for-good.store.ts'

const ForGoodDialog = lazy(() =>
  import('./for-good-dialog.tsx').then((module) => ({ default: module.ForGoodDialog })),
)

/** Where somebody is asked before anything is deleted from the trash for good, wherever they are. */
export function ForGoodQuestion() {
  const state = useForGood()
  return (
    state && (
      <Suspense fallback={null}>
        <ForGoodDialog key={state.turn} {...state} />
      </Suspense>
    )
  )
}
