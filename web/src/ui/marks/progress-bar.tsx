import styles from './progress-bar.module.css'

export type ProgressBarProps = {
  /** What is going on, and how far; shown above the bar. */
  label: string
  /** Undefined while it isn't known. */
  value?: number | undefined
  max?: number | undefined
}

/** The progress of something that takes a while. */
export function ProgressBar({ label, value, max }: ProgressBarProps) {
  return (
    <label className={styles.progress}>
      <span className={styles.label}>{label}</span>
      <progress className={styles.bar} value={value} max={max} />
    </label>
  )
}
