'use client'

import type { Task } from '../../model/documents/fields.ts'
import { askForGood } from '../../model/trash/for-good.store.ts'
import { Button } from '../../ui/button.tsx'
import { RestoreIcon } from '../../ui/marks/icons.tsx'
import { TaskCheck } from '../../ui/marks/task-check.tsx'
import { Subtasks } from './subtasks.tsx'
import styles from './task-editor.module.css'
import { TaskFieldList } from './task-field-list.tsx'
import { TaskHistory } from './task-history.tsx'
import { TaskNotes } from './task-notes.tsx'
import { TaskTitle } from './task-title.tsx'
import { usePanelShortcuts } from './use-panel-shortcuts.ts'

/** The actions for a task as a whole, the same as in a list. */
export type PanelActions = {
  toggle: (tasks: readonly Task[]) => void
  remove: (tasks: readonly Task[]) => void
  restore: (tasks: readonly Task[]) => void
  prioritize: (tasks: readonly Task[], priority: Task['priority']) => void
}

export type TaskEditorProps = { task: Task; actions: PanelActions }

/** Everything about a task, each part edited in place. */
export function TaskEditor({ task, actions }: TaskEditorProps) {
  usePanelShortcuts(task, actions)
  const inTrash = task.deletedAt !== null
  return (
    <>
      {inTrash && (
        <div className={styles.trashed}>
          <p>This task is in the trash.</p>
          <div className={styles.choices}>
            <Button onClick={() => actions.restore([task])}>
              <RestoreIcon />
              Restore
            </Button>
            <Button
              look="danger"
              aria-haspopup="dialog"
              onClick={() => askForGood({ kind: 'tasks', tasks: [task] })}
            >
              Delete for good
            </Button>
          </div>
        </div>
      )}
      <div className={styles.head}>
        {!inTrash && (
          <TaskCheck className={styles.check} task={task} onToggle={() => actions.toggle([task])} />
        )}
        <TaskTitle task={task} readOnly={inTrash} />
      </div>
      <TaskFieldList task={task} disabled={inTrash} />
      <TaskNotes task={task} readOnly={inTrash} />
      <Subtasks task={task} readOnly={inTrash} actions={actions} />
      <TaskHistory task={task} />
    </>
  )
}
