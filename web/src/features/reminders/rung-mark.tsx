'use client'

import { BellIcon } from '../../ui/marks/icons.tsx'
import { useRung } from './rung.store.ts'
import { openRungDialog } from './rung-dialog.store.ts'
import styles from './rung-mark.module.css'
import { listWaiting } from './rung-state.ts'
import { describeRung } from './rung-words.ts'

/** A quiet line in the bar above the tasks for as long as something that rang waits for an answer. */
export function RungMark() {
  const waiting = listWaiting(useRung())
  if (waiting.length === 0) return null
  const words = describeRung(waiting, false)
  return (
    <button
      type="button"
      className={styles.mark}
      aria-haspopup="dialog"
      aria-label={words}
      title={words}
      onClick={openRungDialog}
    >
      <BellIcon />
      <span className={styles.words} dir="auto">
        {words}
      </span>
      <span className={styles.count}>{waiting.length}</span>
    </button>
  )
}
