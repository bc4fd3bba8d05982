import styles from './progress-bar.module.css'

export type ProgressBarProps = {
  /** What is going on, and how far; shown above the bar. */
  label: string
  /** Undefined while nobody can say. */
  value?: number | undefined
  max?: number | undefined
}

/** How far something is that takes a while. */
export function ProgressBar({ label, value, max }: ProgressBarProps) {
  return (
    <label className={styles.progress}>
      <span className={styles.label}>{label}</span>
      <progress className={styles.bar} value={value} max={max} />
    </label>
  )
}
