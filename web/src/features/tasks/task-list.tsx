'use client'

import { type ReactNode, useMemo, useState } from 'react'
import type { SavedView } from '../../model/documents/fields.ts'
import type { TaskRequest } from '../../model/places/task-request.ts'
import { type ShownTaskPages, useTaskPages } from '../../model/places/use-task-pages.ts'
import { useClock } from '../../model/shell/use-clock.ts'
import { useShell } from '../../model/shell/use-shell.ts'
import type { Place } from '../../places/address.ts'
import { useAddress } from '../../places/navigation.ts'
import { Button } from '../../ui/button.tsx'
import { mark } from '../../ui/landmarks.ts'
import { WindowedList } from '../../ui/lists/windowed-list.tsx'
import { Notice, Placeholder } from '../../ui/marks/notice.tsx'
import { groupTasks } from './group-tasks.ts'
import { groupView } from './group-view.ts'
import { createListLayout, type ListItem, listTasks } from './list-items.ts'
import { useSelection, useShownList } from './selection-store.ts'
import styles from './task-list.module.css'
import { GoneRow, TaskRow } from './task-row.tsx'
import { TaskSkeleton } from './task-skeleton.tsx'
import { useEditedTitle } from './title-editing.ts'
import { useLeaving } from './use-leaving.ts'
import type { TaskActions } from './use-task-actions.ts'
import { useViewOrder } from './use-view-order.ts'

export type TaskListProps = {
  label: string
  place: Place
  request: TaskRequest
  actions: TaskActions
  /** The saved view that says how its tasks are grouped; other places have groups of their own. */
  view?: SavedView | undefined
  /** What is shown when there are no tasks. */
  empty: ReactNode
  /** What is shown below the tasks once they are there: before, they would push it down. */
  below?: ReactNode
}

/** The tasks of a place, in its groups; more are loaded as somebody scrolls. */
export function TaskList({ request, ...list }: TaskListProps) {
  const pages = useTaskPages(request)
  if (!pages.tasks) {
    if (!pages.problem) return <TaskSkeleton />
    return (
      <Placeholder title="Your tasks can’t be shown right now" alert>
        <p>{pages.problem} What you have written down is safe.</p>
        <Button onClick={pages.retry}>Try again</Button>
      </Placeholder>
    )
  }
  return <Rows {...list} pages={pages} />
}

const usualRowHeight = 48

type RowsProps = Omit<TaskListProps, 'request'> & { pages: ShownTaskPages }

function Rows({ label, place, actions, view, empty, below, pages }: RowsProps) {
  const clock = useClock()
  const { lists, archivedLists } = useShell()
  // Read here for all rows, so that not every row has to subscribe as it comes and goes.
  const { ids: selected } = useSelection()
  const compare = useViewOrder(view)
  const editedId = useEditedTitle()
  const openTaskId = useAddress().taskId
  const groups = useMemo(() => {
    const tasks = pages.tasks ?? []
    if (!view) return groupTasks(place.kind, tasks, clock)
    const listIds = [...lists, ...archivedLists].map(({ id }) => id)
    return groupView(view.groupBy, tasks, clock, listIds, compare)
  }, [place, view, compare, pages.tasks, clock, lists, archivedLists])
  const [layOut] = useState(createListLayout)
  const items = useMemo(() => layOut(groups), [groups, layOut])
  const { shown, gone } = useLeaving(items, (item) => staysTicked(item, actions))
  // In the order shown here: a view may have groups of its own.
  const tasks = useMemo(() => listTasks(groups), [groups])
  useShownList(tasks, pages)

  if (shown.length === 0 && !pages.hasMore) {
    return (
      <>
        {empty}
        {below}
      </>
    )
  }
  return (
    <>
      <WindowedList
        label={label}
        items={shown}
        usualHeight={usualRowHeight}
        onNearEnd={pages.loadMore}
      >
        {(item) => {
          if (item.kind === 'heading') {
            return (
              <div className={styles.heading} {...(item.group.tone && mark('overdueHeading'))}>
                <h2
                  data-tone={item.group.tone}
                  {...(item.group.day && mark('dayHeading', item.group.day))}
                >
                  {item.group.title}
                </h2>
              </div>
            )
          }
          const { task } = item
          const its = gone.get(item.key)
          return its ? (
            <GoneRow
              task={task}
              place={place}
              clock={clock}
              ticked={actions.leavesTicked(task)}
              onUntick={its.isStaying && (() => actions.toggle([{ ...task, completed: true }]))}
            />
          ) : (
            <TaskRow
              task={task}
              place={place}
              clock={clock}
              actions={actions}
              selected={selected.has(task.id)}
              current={task.id === openTaskId}
              edited={task.id === editedId}
            />
          )
        }}
      </WindowedList>
      {pages.hasMore && <MoreToCome pages={pages} />}
      {below}
    </>
  )
}

/** Whether a row is leaving because it was ticked here. */
function staysTicked(item: ListItem, actions: TaskActions): boolean {
  return item.kind === 'row' && !item.task.completed && actions.leavesTicked(item.task)
}

/** What is shown below the last row while the next page loads, or has failed. */
function MoreToCome({ pages }: { pages: ShownTaskPages }) {
  if (!pages.problem) return <TaskSkeleton rows={3} />
  return (
    <Notice>
      {pages.problem}
      <Button onClick={pages.retry}>Try again</Button>
    </Notice>
  )
}
