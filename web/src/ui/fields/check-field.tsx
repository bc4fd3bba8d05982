import { type ComponentProps, useId } from 'react'
import { classNames } from '../class-names.ts'
import styles from './check-field.module.css'
import { describeNote, type FieldFrameProps } from './field-frame.tsx'

export type CheckFieldProps = Omit<ComponentProps<'input'>, 'id' | 'className' | 'type'> &
  Pick<FieldFrameProps, 'label' | 'mark' | 'hint' | 'error'>

/** Something to tick, with what it means. */
export function CheckField({ label, mark, hint, error, ...props }: CheckFieldProps) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className={styles.field}>
      <input
        {...props}
        id={id}
        type="checkbox"
        className={styles.box}
        {...describeNote(id, error, hint)}
      />
      <div className={styles.head}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {mark}
      </div>
      {note && (
        <p
          id={`${id}-note`}
          className={classNames(styles.hint, error !== undefined && styles.error)}
        >
          {note}
        </p>
      )}
    </div>
  )
}
