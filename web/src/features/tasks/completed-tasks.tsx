'use client'

import { useId, useState } from 'react'
import { ChevronIcon } from '../../ui/icons.tsx'
import styles from './completed-tasks.module.css'
import { TaskList } from './task-list.tsx'
import type { TaskActions } from './use-task-actions.ts'

/** The completed tasks, folded away until somebody wants to see them. */
export function CompletedTasks({ actions }: { actions: TaskActions }) {
  const [open, setOpen] = useState(false)
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
            completed
            actions={actions}
            empty={<p className={styles.empty}>Nothing completed yet.</p>}
          />
        )}
      </div>
    </section>
  )
}
