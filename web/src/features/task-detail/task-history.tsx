'use client'

import { lazy, useId, useState } from 'react'
import type { Task } from '../../model/documents/fields.ts'
import { loadTemporal } from '../../time/temporal.ts'
import { Later } from '../../ui/hydration/later.tsx'
import { ChevronIcon } from '../../ui/marks/icons.tsx'
import styles from './task-history.module.css'

// Opens on request only; the words for repeats need `Temporal`.
const HistoryList = lazy(() =>
  loadTemporal()
    .then(() => import('./history-list.tsx'))
    .then((module) => ({ default: module.HistoryList })),
)

/** What was done to the task, expanded on request. */
export function TaskHistory({ task }: { task: Task }) {
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  return (
    <section className={styles.history}>
      <h2>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          <ChevronIcon className={styles.sign} />
          History
        </button>
      </h2>
      <div id={id}>
        {isOpen && (
          <Later>
            <HistoryList task={task} />
          </Later>
        )}
      </div>
    </section>
  )
}
