import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import styles from './field-frame.module.css'

export type FieldFrameProps = {
  /** The field's; its note has the same with `-note` behind. */
  id: string
  label: string
  /** A word beside the label, such as whether it is saved. */
  mark?: ReactNode
  hint?: string | undefined
  /** What is wrong with the value, as a sentence. */
  error?: string | undefined
  children: ReactNode
}

/** What every field has around it: its label above, and its hint or its error below. */
export function FieldFrame({ id, label, mark, hint, error, children }: FieldFrameProps) {
  const note = error ?? hint
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {mark}
      </div>
      {children}
      {note && (
        <p
          id={`${id}-note`}
          className={classNames(styles.note, error !== undefined && styles.error)}
        >
          {note}
        </p>
      )}
    </div>
  )
}

/** What a field says of its note and its error to a screen reader. */
export function describeNote(id: string, error: string | undefined, hint?: string) {
  return {
    'aria-invalid': error ? true : undefined,
    'aria-describedby': (error ?? hint) ? `${id}-note` : undefined,
  } as const
}
