import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Line } from './line.ts'
import type { NewTask } from './new-task.ts'
import styles from './quick-add.module.css'

/** A task that was refused, with all that was typed for it. */
export type RefusedTask = { line: Line; task: NewTask | undefined; problem: string }

export type RefusedTasksProps = {
  refused: readonly RefusedTask[]
  onRetry: (task: RefusedTask) => void
  onDiscard: (task: RefusedTask) => void
}

/** Those that found something else in the field when they came back. */
export function RefusedTasks({ refused, onRetry, onDiscard }: RefusedTasksProps) {
  return refused.map((one) => (
    <Notice key={one.task?.id ?? one.line.text}>
      <span className={styles.refusal}>
        “<bdi>{one.line.text}</bdi>” wasn’t added. {one.problem}
      </span>
      <Button onClick={() => onRetry(one)}>Try again</Button>
      <Button look="quiet" onClick={() => onDiscard(one)}>
        Discard
      </Button>
    </Notice>
  ))
}
