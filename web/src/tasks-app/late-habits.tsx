'use client'

import { useEffect } from 'react'
import { useClient } from 'urql'
import { useShortcut } from '../keyboard/use-shortcut.ts'
import { redoLast, undoLast } from '../model/actions/undo-last.ts'
import { keepUndoStack } from '../model/actions/undo-storage.ts'
import { useKeptScroll } from '../places/use-kept-scroll.ts'

/** What the app does everywhere once it is painted: undo and redo by keys, and scroll back. */
export function LateHabits() {
  const client = useClient()
  useEffect(() => keepUndoStack(client), [client])
  useKeptScroll()
  useShortcut('undo', () => void undoLast(client))
  useShortcut('redo', () => void redoLast(client))
  return null
}
