'use client'

import { maxSubtaskDepth } from '@tend/server/domain/limits'
import { dropHeldKeys } from '../../keyboard/held-keys.ts'
import type { Task } from '../../model/documents/fields.ts'
import { Button } from '../../ui/button.tsx'
import { mark } from '../../ui/landmarks.ts'
import { Notice } from '../../ui/marks/notice.tsx'
import { AddSubtask } from './add-subtask.tsx'
import { SubtaskRow } from './subtask-row.tsx'
import styles from './subtasks.module.css'
import type { PanelActions } from './task-editor.tsx'
import { useSubtaskOrder } from './use-subtask-order.ts'
import { useSubtasks } from './use-subtasks.ts'
import { useWantedPart } from './use-wanted-part.ts'

export type SubtasksProps = { task: Task; readOnly: boolean; actions: PanelActions }

/** The subtasks of a task, and how many are done. */
export function Subtasks({ task, readOnly, actions }: SubtasksProps) {
  const { subtasks, depth, problem, retry } = useSubtasks(task.id)
  const move = useSubtaskOrder(subtasks ?? [])
  const done = subtasks?.filter(({ completed }) => completed).length ?? 0
  const isDeepest = depth >= maxSubtaskDepth
  if (problem) {
    return (
      <Notice>
        The subtasks can’t be shown right now. {problem}
        <Button onClick={retry}>Try again</Button>
      </Notice>
    )
  }
  if (!subtasks) return null
  const canAdd = !readOnly && !isDeepest
  if (subtasks.length === 0 && !canAdd) return <NoneCanBeAdded task={task} />
  return (
    <section aria-labelledby={`${task.id}-subtasks`} {...(canAdd && mark('subtasks', task.id))}>
      <div className={styles.head}>
        <h2 id={`${task.id}-subtasks`} className={styles.title}>
          Subtasks
        </h2>
        {subtasks.length > 0 && (
          <>
            <progress className={styles.progress} value={done} max={subtasks.length} aria-hidden />
            <span className={styles.count}>
              {done} of {subtasks.length} done
            </span>
          </>
        )}
      </div>
      <ul>
        {subtasks.map((subtask) => (
          <SubtaskRow
            key={subtask.id}
            task={subtask}
            readOnly={readOnly}
            onToggle={() => actions.toggle([subtask])}
            onMove={(step) => move(subtask, step)}
          />
        ))}
      </ul>
      {canAdd ? <AddSubtask parent={task} /> : <NoneCanBeAdded task={task} />}
    </section>
  )
}

/** Keys that were meant for a new subtask aren't for anything else either. */
function NoneCanBeAdded({ task }: { task: Task }) {
  useWantedPart({ taskId: task.id, part: 'subtask' }, dropHeldKeys)
  return null
}
