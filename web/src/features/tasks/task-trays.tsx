'use client'

import { useMemo } from 'react'
import { requestCompleted, requestLater } from '../../model/places/tray-requests.ts'
import { useTaskPages } from '../../model/places/use-task-pages.ts'
import type { Place } from '../../places/address.ts'
import { TaskList } from './task-list.tsx'
import styles from './task-tray.module.css'
import { TaskTray } from './task-tray.tsx'
import type { TaskActions } from './use-task-actions.ts'

export type TaskTraysProps = {
  place: Place
  actions: TaskActions
}

/** What a list has besides the tasks to think of: those that start later, and the completed ones. */
export function TaskTrays(props: TaskTraysProps) {
  return (
    <>
      <LaterTasks {...props} />
      <CompletedTasks {...props} />
    </>
  )
}

/** Most lists have none, and nothing says so. */
function LaterTasks({ place, actions }: TaskTraysProps) {
  const request = useMemo(() => requestLater(place), [place])
  const { tasks, hasMore } = useTaskPages(request)
  if (!tasks || (tasks.length === 0 && !hasMore)) return null
  return (
    <TaskTray title="Later" count={hasMore ? undefined : tasks.length}>
      <TaskList
        label="Tasks that start later"
        place={place}
        request={request}
        actions={actions}
        empty={null}
      />
    </TaskTray>
  )
}

function CompletedTasks({ place, actions }: TaskTraysProps) {
  const request = useMemo(() => requestCompleted(place), [place])
  return (
    <TaskTray title="Completed">
      <TaskList
        label="Completed tasks"
        place={place}
        request={request}
        actions={actions}
        empty={<p className={styles.empty}>Nothing completed yet.</p>}
      />
    </TaskTray>
  )
}
