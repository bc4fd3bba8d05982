'use client'

import { useEffect, useRef } from 'react'
import { getFragmentData } from '../../gql/fragment-masking.ts'
import { describeError } from '../../graphql/error-text.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { TaskFields } from '../../model/documents/fields.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { TrashIcon } from '../../ui/marks/icons.tsx'
import { CloseIcon } from '../../ui/marks/more-icons.tsx'
import { Placeholder } from '../../ui/marks/notice.tsx'
import { VisuallyHidden } from '../../ui/marks/visually-hidden.tsx'
import { ParentPath } from './parent-path.tsx'
import { TaskQuery } from './task.query.ts'
import { type PanelActions, TaskEditor } from './task-editor.tsx'
import styles from './task-panel.module.css'
import { TaskPanelSkeleton } from './task-panel-skeleton.tsx'

export type TaskPanelProps = { taskId: string; actions: PanelActions; onClose: () => void }

/** One task, everything of it: a panel beside its place, a page of its own on a phone. */
export function TaskPanel({ taskId, actions, onClose }: TaskPanelProps) {
  const panel = useRef<HTMLDivElement>(null)
  const { data, error, refresh } = useQuery({
    query: TaskQuery,
    variables: { id: taskId },
    requestPolicy: 'cache-first',
  })
  const task = getFragmentData(TaskFields, data?.task)
  // From a field of the panel, Esc leads back to the panel; from there it closes it.
  useShortcut('back', () => {
    if (!isTypingIn(panel.current)) return false
    panel.current?.focus()
    return true
  })

  // Whoever opens a task goes on in it; its keys work from here, and the reader hears its title.
  // Notes that weren't saved yet have taken the focus for themselves.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each task anew.
  useEffect(() => {
    if (!isTypingIn(panel.current)) panel.current?.focus({ preventScroll: true })
  }, [taskId])

  // The button that had the focus goes with what a deleted task can't do any more.
  const isDeleted = task?.deletedAt != null
  useEffect(() => {
    if (isDeleted && document.activeElement === document.body) panel.current?.focus()
  }, [isDeleted])

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form.
    <div
      ref={panel}
      role="group"
      aria-label={task ? `Task “${task.title}”` : 'Task'}
      className={styles.panel}
      data-task-panel={taskId}
      tabIndex={-1}
    >
      {task && (
        <VisuallyHidden>
          <h1>{task.title}</h1>
        </VisuallyHidden>
      )}
      <div className={styles.head}>
        {task && <ParentPath task={task} />}
        {task?.deletedAt === null && (
          <IconButton
            label={`Move “${task.title}” to the trash`}
            onClick={() => actions.remove([task])}
          >
            <TrashIcon />
          </IconButton>
        )}
        <IconButton label="Close task" aria-keyshortcuts="Escape" onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </div>
      {task && <TaskEditor key={task.id} task={task} actions={actions} />}
      {!data && !error && <TaskPanelSkeleton />}
      {data && !task && (
        <Placeholder title="This task isn’t here any more">
          <p>It may have been deleted for good, or the address is mistyped.</p>
          <Button onClick={onClose}>Close</Button>
        </Placeholder>
      )}
      {!data && error && (
        <Placeholder title="This task can’t be shown right now" alert>
          <p>{describeError(error)}</p>
          <Button onClick={refresh}>Try again</Button>
        </Placeholder>
      )}
    </div>
  )
}

function isTypingIn(panel: HTMLElement | null): boolean {
  const { activeElement } = document
  return (panel?.contains(activeElement) && activeElement?.matches('input, textarea')) ?? false
}
