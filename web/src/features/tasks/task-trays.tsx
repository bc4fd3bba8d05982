'use client'

import { useMemo } from 'react'
import { requestCompleted, requestLater } from '../../model/places/tray-requests.ts'
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

function LaterTasks({ place, actions }: TaskTraysProps) {
  const request = useMemo(() => requestLater(place), [place])
  return (
    <TaskTray title="Later">
      <TaskList
        label="Tasks that start later"
        place={place}
        request={request}
        actions={actions}
        empty={<p className={styles.empty}>Nothing starts later.</p>}
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
