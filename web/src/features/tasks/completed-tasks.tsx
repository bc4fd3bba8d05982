'use client'

import { useId, useMemo, useState } from 'react'
import { requestCompleted } from '../../model/places/task-request.ts'
import type { Place } from '../../places/address.ts'
import { ChevronIcon } from '../../ui/marks/icons.tsx'
import styles from './completed-tasks.module.css'
import { TaskList } from './task-list.tsx'
import type { TaskActions } from './use-task-actions.ts'

export type CompletedTasksProps = {
  place: Place
  actions: TaskActions
}

/** The completed tasks of a list, collapsed until somebody wants to see them. */
export function CompletedTasks({ place, actions }: CompletedTasksProps) {
  const [open, setOpen] = useState(false)
  const request = useMemo(() => requestCompleted(place), [place])
  const id = useId()
  return (
    <section className={styles.section}>
      <h2>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          <ChevronIcon className={styles.sign} />
          Completed
        </button>
      </h2>
      <div id={id} hidden={!open}>
        {open && (
          <TaskList
            label="Completed tasks"
            place={place}
            request={request}
            actions={actions}
            empty={<p className={styles.empty}>Nothing completed yet.</p>}
          />
        )}
      </div>
    </section>
  )
}
