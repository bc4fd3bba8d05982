import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from '../class-names.ts'
import styles from './text-field.module.css'

export type TextFieldProps = Omit<ComponentProps<'input'>, 'id' | 'className'> & {
  label: string
  /** A word beside the label, such as whether it is saved. */
  mark?: ReactNode
  hint?: string | undefined
  /** What is wrong with the value, as a sentence. */
  error?: string | undefined
}

/** A labelled field; screen readers read its error with it. */
export function TextField({ label, mark, hint, error, ...props }: TextFieldProps) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {mark}
      </div>
      <input
        {...props}
        id={id}
        className={styles.input}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
      />
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
