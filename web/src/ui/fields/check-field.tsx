import { type ComponentProps, useId } from 'react'
import styles from './check-field.module.css'

export type CheckFieldProps = Omit<ComponentProps<'input'>, 'id' | 'className' | 'type'> & {
  label: string
  hint?: string
}

/** Something to tick, with what it means. */
export function CheckField({ label, hint, ...props }: CheckFieldProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <input
        {...props}
        id={id}
        type="checkbox"
        className={styles.box}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  )
}
