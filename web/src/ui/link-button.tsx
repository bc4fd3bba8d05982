import type { ComponentProps } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'

/** A link to another page that looks like a quiet button. */
export function LinkButton({ className, ...props }: ComponentProps<'a'>) {
  return <a {...props} className={classNames(styles.button, styles.quiet, className)} />
}
