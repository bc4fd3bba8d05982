'use client'

import { lazy, Suspense, useEffect, useState } from 'react'
import { useClient } from 'urql'
import { KeyboardHelp } from '../features/keyboard/keyboard-help.tsx'
import { RungHabits } from '../features/reminders/rung-habits.tsx'
import { ForGoodQuestion } from '../features/trash/for-good-question.tsx'
import { followNotifications } from '../installed/follow-notifications.ts'
import { registerServiceWorker } from '../installed/register-service-worker.ts'
import { renewPush } from '../installed/turn-on-push.ts'
import { useAppBadge } from '../installed/use-app-badge.ts'
import { useShortcut } from '../keyboard/use-shortcut.ts'
import { redoLast, undoLast } from '../model/actions/undo-last.ts'
import { keepUndoStack } from '../model/actions/undo-storage.ts'
import { useKeptScroll } from '../places/use-kept-scroll.ts'

const AddByAddress = lazy(() =>
  import('./add-by-address.tsx').then((module) => ({ default: module.AddByAddress })),
)

/**
 * What the app does everywhere once it is painted: the keys of undo, redo and help, scrolling back,
 * reminders that ring, the question before anything is deleted for good, and what it is as an installed app.
 */
export function LateHabits() {
  const client = useClient()
  const [maySayWhatToAdd] = useState(() => window.location.search !== '')
  useEffect(() => keepUndoStack(client), [client])
  useEffect(fetchOverlay, [])
  // Browsers that refuse a service worker have all but notifications.
  useEffect(() => void registerServiceWorker().catch(() => {}), [])
  useEffect(() => void renewPush(client), [client])
  useEffect(followNotifications, [])
  useAppBadge()
  useKeptScroll()
  useShortcut('undo', () => void undoLast(client))
  useShortcut('redo', () => void redoLast(client))
  return (
    <>
      <KeyboardHelp />
      <RungHabits />
      <ForGoodQuestion />
      {maySayWhatToAdd && (
        <Suspense fallback={null}>
          <AddByAddress />
        </Suspense>
      )}
    </>
  )
}

/** People type on right after the key for a new task, so its field has to be loaded by then. */
function fetchOverlay(): () => void {
  const timer = setTimeout(() => import('../features/quick-add/quick-add-overlay.tsx'), 2_000)
  return () => clearTimeout(timer)
}
