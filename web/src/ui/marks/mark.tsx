import { classNames } from '../class-names.ts'
import styles from './mark.module.css'

/** Tend's logo: a tick that grows a leaf. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg className={styles.mark} aria-hidden="true" width={size} height={size} viewBox="0 0 24 24">
      <path className={styles.stem} d="M4.5 13.2 9 18c1-4 2.6-6.8 5-9" />
      <path className={styles.leaf} d="M12.6 10.6C11.4 6.4 14.4 3.4 20.6 3.4c.2 6-2.8 9.2-8 7.2Z" />
    </svg>
  )
}

/** The logo and the name. */
export function Wordmark({ large = false }: { large?: boolean }) {
  return (
    <span className={classNames(styles.wordmark, large && styles.large)}>
      <Mark size={large ? 32 : 22} />
      Tend
    </span>
  )
}
