'use client'

import { useEffect } from 'react'
import { useClient } from 'urql'
import { KeyboardHelp } from '../features/keyboard/keyboard-help.tsx'
import { useShortcut } from '../keyboard/use-shortcut.ts'
import { redoLast, undoLast } from '../model/actions/undo-last.ts'
import { keepUndoStack } from '../model/actions/undo-storage.ts'
import { useKeptScroll } from '../places/use-kept-scroll.ts'

/** What the app does everywhere once it is painted: the keys of undo, redo and help, and scrolling back. */
export function LateHabits() {
  const client = useClient()
  useEffect(() => keepUndoStack(client), [client])
  useEffect(fetchOverlay, [])
  useKeptScroll()
  useShortcut('undo', () => void undoLast(client))
  useShortcut('redo', () => void redoLast(client))
  return <KeyboardHelp />
}

/** People type on right after the key for a new task, so its field has to be loaded by then. */
function fetchOverlay(): () => void {
  const timer = setTimeout(() => import('../features/quick-add/quick-add-overlay.tsx'), 2_000)
  return () => clearTimeout(timer)
}
