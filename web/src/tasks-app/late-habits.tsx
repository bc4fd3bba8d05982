'use client'

import { useEffect } from 'react'
import { useClient } from 'urql'
import { KeyboardHelp } from '../features/keyboard/keyboard-help.tsx'
import { useShortcut } from '../keyboard/use-shortcut.ts'
import { redoLast, undoLast } from '../model/actions/undo-last.ts'
import { keepUndoStack } from '../model/actions/undo-storage.ts'
import { useKeptScroll } from '../places/use-kept-scroll.ts'

/** What the app does everywhere once it is painted: undo, redo and help by keys, and scroll back. */
export function LateHabits() {
  const client = useClient()
  useEffect(() => keepUndoStack(client), [client])
  useEffect(fetchOverlay, [])
  useKeptScroll()
  useShortcut('undo', () => void undoLast(client))
  useShortcut('redo', () => void redoLast(client))
  return <KeyboardHelp />
}

/** Whoever presses the key for a new task types on at once: its field has to be there by then. */
function fetchOverlay(): () => void {
  const timer = setTimeout(() => import('../features/quick-add/quick-add-overlay.tsx'), 2_000)
  return () => clearTimeout(timer)
}
