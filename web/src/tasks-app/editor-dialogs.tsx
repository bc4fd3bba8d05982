'use client'

import { useEffect, useRef } from 'react'
import { ListDialog } from '../features/own-places/list-dialog.tsx'
import { TagDialog } from '../features/own-places/tag-dialog.tsx'
import type { EditorState } from '../features/own-places/use-editor.ts'
import { ViewDialog } from '../features/views/view-dialog.tsx'

export type EditorDialogsProps = { editor: EditorState; onClose: () => void }

/** The dialog that creates or changes a list, a tag or a view. Loaded when it is opened. */
export function EditorDialogs({ editor, onClose }: EditorDialogsProps) {
  const { editing, open, before, turn } = editor
  const returnFocus = useRef(before)
  useEffect(() => {
    returnFocus.current = before
  }, [before])
  const dialog = { open, onClose, returnFocus, id: editing.id }
  if (editing.kind === 'list') return <ListDialog key={turn} {...dialog} />
  if (editing.kind === 'tag') return <TagDialog key={turn} {...dialog} />
  return <ViewDialog key={turn} {...dialog} copyOf={editing.copyOf} />
}
