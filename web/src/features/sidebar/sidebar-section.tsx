import { type ReactNode, useId, useState } from 'react'
import { ChevronIcon } from '../../ui/marks/icons.tsx'
import styles from './sidebar-section.module.css'

export type SidebarSectionProps = {
  title: string
  /** Whether it is expanded at first. */
  opened?: boolean | undefined
  action?: ReactNode
  children: ReactNode
}

/** A part of the sidebar under its title, which collapses it. */
export function SidebarSection(props: SidebarSectionProps) {
  const { title, opened = true, action, children } = props
  const [open, setOpen] = useState(opened)
  const id = useId()
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h2 className={styles.title}>
          <button
            type="button"
            className={styles.fold}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {title}
            <ChevronIcon className={styles.sign} />
          </button>
        </h2>
        {action}
      </div>
      <ul id={id} hidden={!open}>
        {children}
      </ul>
    </section>
  )
}
