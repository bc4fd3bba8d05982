'use client'

import { type MouseEvent, useEffect, useRef } from 'react'
import { getFragmentData } from '../../gql/fragment-masking.ts'
import { describeError } from '../../graphql/error-text.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { TaskFields } from '../../model/documents/fields.ts'
import { openTaskPopup } from '../../task-fields/task-popup.store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { findAround, mark } from '../../ui/landmarks.ts'
import { MoreIcon } from '../../ui/marks/icons.tsx'
import { CloseIcon } from '../../ui/marks/more-icons.tsx'
import { Placeholder } from '../../ui/marks/notice.tsx'
import { VisuallyHidden } from '../../ui/marks/visually-hidden.tsx'
import { ParentPath } from './parent-path.tsx'
import { TaskQuery } from './task.query.ts'
import { type PanelActions, TaskEditor } from './task-editor.tsx'
import styles from './task-panel.module.css'
import { TaskPanelSkeleton } from './task-panel-skeleton.tsx'

export type TaskPanelProps = { taskId: string; actions: PanelActions; onClose: () => void }

/** Everything about one task: a panel beside its place, a page of its own on a phone. */
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

  // Opening a task focuses the panel: its shortcuts work from here, and a screen reader says its title.
  // Stepping through the rows with the panel open leaves the focus there, and unsaved notes keep the
  // focus that they took.
  const isOpening = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each task.
  useEffect(() => {
    const isStep = !isOpening.current && findAround(document.activeElement, 'taskRow')
    isOpening.current = false
    if (!isStep && !isTypingIn(panel.current)) panel.current?.focus({ preventScroll: true })
  }, [taskId])

  // The focused button is gone once the task is deleted.
  const isDeleted = task?.deletedAt != null
  useEffect(() => {
    if (isDeleted && document.activeElement === document.body) panel.current?.focus()
  }, [isDeleted])

  function openMenu({ currentTarget }: MouseEvent<HTMLElement>): void {
    const findReturn = () => panel.current
    if (task) openTaskPopup({ kind: 'menu', of: task, anchor: currentTarget, findReturn })
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the fields of a form.
    <div
      ref={panel}
      role="group"
      aria-label={task ? `Task “${task.title}”` : 'Task'}
      className={styles.panel}
      {...mark('taskPanel', taskId)}
      tabIndex={-1}
    >
      {task && (
        <VisuallyHidden>
          <h1>{task.title}</h1>
        </VisuallyHidden>
      )}
      <div className={styles.top}>{task && <ParentPath task={task} />}</div>
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
      <div className={styles.head}>
        {task?.deletedAt === null && (
          <IconButton label="More actions" aria-haspopup="menu" onClick={openMenu}>
            <MoreIcon />
          </IconButton>
        )}
        <IconButton label="Close task" aria-keyshortcuts="Escape" onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </div>
    </div>
  )
}

function isTypingIn(panel: HTMLElement | null): boolean {
  const { activeElement } = document
  return (panel?.contains(activeElement) && activeElement?.matches('input, textarea')) ?? false
}
