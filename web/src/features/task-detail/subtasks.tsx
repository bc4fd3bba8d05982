'use client'

import { maxSubtaskDepth } from '@tend/server/domain/limits'
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

export type SubtasksProps = { task: Task; readOnly: boolean; actions: PanelActions }

/** What a task is made of, and how far it has got. */
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
  if (subtasks.length === 0 && (readOnly || isDeepest)) return null
  return (
    <section
      aria-labelledby={`${task.id}-subtasks`}
      {...(!readOnly && !isDeepest && mark('subtasks', task.id))}
    >
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
      {!readOnly && !isDeepest && <AddSubtask parent={task} />}
    </section>
  )
}
