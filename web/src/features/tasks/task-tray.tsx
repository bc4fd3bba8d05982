import { type ReactNode, useId, useState } from 'react'
import { ChevronIcon } from '../../ui/marks/icons.tsx'
import styles from './task-tray.module.css'

export type TaskTrayProps = {
  title: string
  /** Rendered while it is open. */
  children: ReactNode
}

/** Tasks at the foot of a list, collapsed until somebody wants to see them. */
export function TaskTray({ title, children }: TaskTrayProps) {
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
          {title}
        </button>
      </h2>
      <div id={id} hidden={!open}>
        {open && children}
      </div>
    </section>
  )
}
