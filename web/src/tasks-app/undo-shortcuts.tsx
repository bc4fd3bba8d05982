'use client'

import { useEffect } from 'react'
import { useClient } from 'urql'
import { useShortcut } from '../keyboard/use-shortcut.ts'
import { redoLast, undoLast } from '../model/undo-last.ts'
import { keepUndoStack } from '../model/undo-storage.ts'

/** The keys that undo what was done last in this tab, and do it again. */
export function UndoShortcuts() {
  const client = useClient()
  useEffect(() => keepUndoStack(client), [client])
  useShortcut('undo', () => void undoLast(client))
  useShortcut('redo', () => void redoLast(client))
  return null
}
