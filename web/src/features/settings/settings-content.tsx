import type { ReactNode } from 'react'
import styles from './settings-content.module.css'

/** A page of the settings: its title, and its sections one under the other. */
export function SettingsContent({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.sections}>{children}</div>
    </>
  )
}
