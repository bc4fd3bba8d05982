import { type ComponentProps, useId } from 'react'
import { classNames } from './class-names.ts'
import styles from './text-field.module.css'

export type TextFieldProps = Omit<ComponentProps<'input'>, 'id' | 'className'> & {
  label: string
  hint?: string | undefined
  /** What is wrong with the value, as a sentence. */
  error?: string | undefined
}

/** A labelled field; its error stands beside it and is read with it. */
export function TextField({ label, hint, error, ...props }: TextFieldProps) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
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
