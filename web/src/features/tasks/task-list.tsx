'use client'

import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Notice, Placeholder } from '../../ui/notice.tsx'
import { focusTaskSoon } from './task-focus.ts'
import styles from './task-list.module.css'
import type { TaskRowData } from './task-row.fragment.ts'
import { LeavingRow, TaskRow } from './task-row.tsx'
import { TaskSkeleton } from './task-skeleton.tsx'
import { useLeaving } from './use-leaving.ts'
import { useRefreshOnReturn } from './use-refresh-on-return.ts'
import type { TaskActions } from './use-task-actions.ts'
import { useTaskPage } from './use-task-page.ts'

export type TaskListProps = {
  label: string
  completed: boolean
  actions: TaskActions
  /** What stands here when there are no tasks. */
  empty: ReactNode
}

/** The open or the completed tasks, page by page. */
export function TaskList({ label, completed, actions, empty }: TaskListProps) {
  const [pagesWanted, setPagesWanted] = useState(1)
  const first = useTaskPage(completed, null)
  const shown = useLeaving(first.tasks ?? noTasks)
  useRefreshOnReturn(first.retry)

  if (!first.tasks) {
    if (!first.problem) return <TaskSkeleton />
    return (
      <Placeholder title="Your tasks can’t be shown right now" alert>
        <p>{first.problem} What you have written down is safe.</p>
        <Button onClick={first.retry}>Try again</Button>
      </Placeholder>
    )
  }
  if (shown.length === 0 && !first.nextAfter) return empty
  return (
    <ul aria-label={label}>
      <Rows shown={shown} actions={actions} />
      {first.nextAfter && (
        <NextPages
          completed={completed}
          after={first.nextAfter}
          // A page that has been worked off asks for the next one by itself.
          pagesWanted={first.tasks.length === 0 ? Math.max(pagesWanted, 2) : pagesWanted}
          pageNumber={2}
          actions={actions}
          onMore={() => setPagesWanted((count) => count + 1)}
        />
      )}
    </ul>
  )
}

type NextPagesProps = {
  completed: boolean
  after: string
  pagesWanted: number
  pageNumber: number
  actions: TaskActions
  onMore: () => void
}

/** The button for the next page, or that page and what comes after it. */
function NextPages(props: NextPagesProps) {
  if (props.pageNumber <= props.pagesWanted) return <NextPage {...props} />
  return (
    <li className={styles.more}>
      <Button look="quiet" onClick={props.onMore}>
        Load more
      </Button>
    </li>
  )
}

function NextPage(props: NextPagesProps) {
  const page = useTaskPage(props.completed, props.after)
  const shown = useLeaving(page.tasks ?? noTasks)
  const firstId = page.tasks?.[0]?.id
  const arrived = useRef(false)

  // The button that was pressed is gone: reading goes on where the new rows begin.
  useEffect(() => {
    if (arrived.current || !firstId) return
    arrived.current = true
    if (document.activeElement === document.body) focusTaskSoon(firstId)
  }, [firstId])

  if (!page.tasks) {
    return (
      <li className={styles.more}>
        {page.problem ? (
          <Notice>
            {page.problem}
            <Button onClick={page.retry}>Try again</Button>
          </Notice>
        ) : (
          <TaskSkeleton rows={3} />
        )}
      </li>
    )
  }
  return (
    <>
      <Rows shown={shown} actions={props.actions} />
      {page.nextAfter && (
        <NextPages
          {...props}
          after={page.nextAfter}
          pageNumber={props.pageNumber + 1}
          pagesWanted={
            page.tasks.length === 0
              ? Math.max(props.pagesWanted, props.pageNumber + 1)
              : props.pagesWanted
          }
        />
      )}
    </>
  )
}

type RowsProps = { shown: ReturnType<typeof useLeaving<TaskRowData>>; actions: TaskActions }

function Rows({ shown, actions }: RowsProps) {
  return shown.map(({ item, leaving }) => (
    <Fragment key={item.id}>
      {leaving ? (
        <LeavingRow task={item} ticked={actions.leavesTicked(item)} />
      ) : (
        <TaskRow task={item} actions={actions} />
      )}
    </Fragment>
  ))
}

const noTasks: readonly TaskRowData[] = []
