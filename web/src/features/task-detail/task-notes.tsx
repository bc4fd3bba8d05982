'use client'

import { lazy, Suspense, useRef, useState } from 'react'
import { dropHeldKeys } from '../../keyboard/held-keys.ts'
import type { Task } from '../../model/documents/fields.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import type { NotesState } from './notes-draft.ts'
import styles from './task-notes.module.css'
import { useKeptCaret } from './use-kept-caret.ts'
import { doubledWords, useNotes } from './use-notes.ts'
import { useWantedPart } from './use-wanted-part.ts'

// The renderer is heavy, and most tasks have no notes.
const RenderedNotes = lazy(() =>
  import('./rendered-notes.tsx').then((module) => ({ default: module.RenderedNotes })),
)

const stateWords: Record<NotesState, string> = {
  saved: '',
  typing: 'Not saved yet',
  saving: 'Saving…',
  refused: 'Not saved',
}

export type TaskNotesProps = { task: Task; readOnly: boolean }

/** The notes: read as they look, edited as Markdown, saved after a pause and when they are left. */
export function TaskNotes({ task, readOnly }: TaskNotesProps) {
  const notes = useNotes(task)
  const reading = useRef<HTMLDivElement>(null)
  const caret = useKeptCaret(notes.text)
  const [isEditing, setIsEditing] = useState(notes.state !== 'saved')
  useWantedPart({ taskId: task.id, part: 'notes' }, () => {
    if (readOnly) dropHeldKeys()
    else setIsEditing(true)
  })

  function leave(): void {
    void notes.save()
    setIsEditing(false)
  }

  return (
    <section className={styles.notes} aria-label="Notes">
      {isEditing && !readOnly ? (
        <textarea
          ref={caret.field}
          className={styles.field}
          aria-label="Notes, in Markdown"
          dir="auto"
          rows={3}
          value={notes.text}
          onSelect={caret.note}
          onChange={(event) => {
            caret.note(event)
            notes.change(event.target.value)
          }}
          onBlur={leave}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            leave()
            requestAnimationFrame(() => reading.current?.focus())
          }}
        />
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: it contains links and boxes, which a button can't.
        <div
          ref={reading}
          role="group"
          aria-label={readOnly ? 'Notes' : 'Notes, Enter to edit'}
          tabIndex={readOnly ? undefined : 0}
          className={styles.reading}
          onClick={({ target }) => {
            const isOwn = target instanceof Element && target.closest('a, input')
            if (!isOwn && !readOnly && window.getSelection()?.isCollapsed) setIsEditing(true)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.target !== event.currentTarget || readOnly) return
            event.preventDefault()
            setIsEditing(true)
          }}
        >
          {notes.text ? (
            <Suspense fallback={<p className={styles.plain}>{notes.text}</p>}>
              <RenderedNotes
                text={notes.text}
                onChange={
                  readOnly
                    ? undefined
                    : (text) => {
                        notes.change(text)
                        void notes.save()
                      }
                }
              />
            </Suspense>
          ) : (
            <p className={styles.empty}>{readOnly ? 'No notes' : 'Add notes…'}</p>
          )}
        </div>
      )}
      <div role="status">
        <p className={styles.state}>{stateWords[notes.state]}</p>
        {notes.isDoubled && <p className={styles.doubled}>The notes {doubledWords}</p>}
      </div>
      {notes.state === 'refused' && (
        <Notice>
          <span className={styles.problem}>
            {notes.problem} Your notes are kept on this device until then.
          </span>
          <Button onClick={() => void notes.save()}>Try again</Button>
        </Notice>
      )}
    </section>
  )
}
