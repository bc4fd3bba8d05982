import type { RefObject } from 'react'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import type { Line } from './line.ts'
import type { NewTask } from './new-task.ts'
import styles from './quick-add.module.css'
import { forgetUnsent, type UnsentTask } from './unsent-tasks.ts'

export type RefusedTasksProps = {
  /** What gets the focus when a line is removed. */
  field: RefObject<HTMLTextAreaElement | null>
  refused: readonly UnsentTask[]
  onRetry: (line: Line, task: NewTask | undefined) => void
}

/** Those that weren’t added and aren’t in the field, each on a line of its own. */
export function RefusedTasks({ field, refused, onRetry }: RefusedTasksProps) {
  function discard({ id }: UnsentTask): void {
    forgetUnsent(id)
    field.current?.focus()
  }

  function retry({ id, line, task }: UnsentTask): void {
    if (!task) forgetUnsent(id)
    field.current?.focus()
    onRetry(line, task)
  }

  return refused.map((one) => (
    <Notice key={one.id}>
      <span className={styles.refusal}>
        “<bdi>{one.line.text}</bdi>” wasn’t added. {one.problem}
      </span>
      <Button onClick={() => retry(one)}>Try again</Button>
      <Button look="quiet" onClick={() => discard(one)}>
        Discard
      </Button>
    </Notice>
  ))
}
