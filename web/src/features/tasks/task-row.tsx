import { lazy, memo, Suspense } from 'react'
import type { Task } from '../../model/documents/fields.ts'
import type { Place } from '../../places/address.ts'
import { PlaceLink } from '../../places/place-link.tsx'
import { useTitleEdit } from '../../task-fields/use-title-edit.ts'
import type { UserClock } from '../../time/due-words.ts'
import { Later } from '../../ui/hydration/later.tsx'
import { mark } from '../../ui/landmarks.ts'
import { TaskCheck, TaskRing } from '../../ui/marks/task-check.tsx'
import { VisuallyHidden } from '../../ui/marks/visually-hidden.tsx'
import { RowTitleField } from './row-title-field.tsx'
import { listDetails, TaskDetails } from './task-details.tsx'
import { focusTaskSoon } from './task-focus.ts'
import styles from './task-row.module.css'
import { endTitleEdit } from './title-editing.ts'
import type { TaskActions } from './use-task-actions.ts'

const SearchedTitle = lazy(() =>
  import('./searched-title.tsx').then((module) => ({ default: module.SearchedTitle })),
)

const TrashRowEnd = lazy(() =>
  import('./trash-row-end.tsx').then((module) => ({ default: module.TrashRowEnd })),
)

export type TaskRowProps = {
  task: Task
  place: Place
  clock: UserClock
  actions: TaskActions
  selected: boolean
  /** Whether it is the task that is open. */
  current: boolean
  /** Whether its title is being edited in place. */
  edited: boolean
}

/** One task of a list: its checkbox, its title, its details and its actions. */
export const TaskRow = memo(function TaskRow(props: TaskRowProps) {
  const { task, place, clock, actions, selected, current } = props
  const inTrash = place.kind === 'trash'
  const edit = useTitleEdit(task, 'row')
  const isEdited = props.edited || edit.isTyping
  const details = listDetails(task, place, clock)

  return (
    <div
      className={styles.row}
      {...mark('taskRow', task.id)}
      data-selected={selected || undefined}
      data-current={current || undefined}
    >
      {inTrash ? (
        <span className={styles.check} aria-hidden="true">
          <TaskRing priority={task.priority} ticked={task.completed} />
        </span>
      ) : (
        <TaskCheck className={styles.check} task={task} onToggle={() => actions.toggle([task])} />
      )}
      {isEdited && !inTrash ? (
        <RowTitleField
          task={task}
          edit={edit}
          onDone={() => {
            endTitleEdit(task.id)
            focusTaskSoon(task.id)
          }}
        />
      ) : (
        <PlaceLink
          to={{ place, taskId: task.id }}
          className={styles.open}
          data-task-title=""
          data-completed={task.completed || undefined}
          aria-current={current || undefined}
        >
          <span className={styles.title} dir="auto">
            {place.kind === 'search' ? (
              <Suspense fallback={task.title}>
                <SearchedTitle title={task.title} query={place.query} />
              </Suspense>
            ) : (
              task.title
            )}
          </span>
          {selected && <VisuallyHidden>selected</VisuallyHidden>}
          {details.length > 0 && <TaskDetails details={details} />}
        </PlaceLink>
      )}
      {inTrash ? (
        <Later>
          <TrashRowEnd {...props} />
        </Later>
      ) : (
        <span className={styles.slot} {...mark('rowActions')} />
      )}
    </div>
  )
})

export type GoneRowProps = Pick<TaskRowProps, 'task' | 'place' | 'clock'> & {
  ticked: boolean
  /** Reopens the task; without it, the row is only shown and can't be used. */
  onUntick: (() => void) | false
}

/**
 * A row for the moment in which it leaves. One that was just completed stays a second: another click
 * there reopens it, and can't hit the row that comes after.
 */
export function GoneRow({ task, place, clock, ticked, onUntick }: GoneRowProps) {
  const details = listDetails(task, place, clock)
  return (
    <div className={onUntick ? styles.staying : styles.leaving} aria-hidden={!onUntick}>
      <div className={styles.row}>
        {onUntick ? (
          <TaskCheck
            className={styles.check}
            task={{ ...task, completed: true }}
            onToggle={onUntick}
          />
        ) : (
          <span className={styles.check}>
            <TaskRing priority={task.priority} ticked={ticked} />
          </span>
        )}
        <span className={styles.open} data-completed={ticked || undefined}>
          <span className={styles.title} dir="auto">
            {task.title}
          </span>
          {details.length > 0 && <TaskDetails details={details} />}
        </span>
      </div>
    </div>
  )
}
