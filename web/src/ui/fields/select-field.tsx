import { type ComponentProps, useId } from 'react'
import { UpDownIcon } from '../marks/icons.tsx'
import { SavedMark, type SaveState } from './saved-mark.tsx'
import styles from './select-field.module.css'

export type SelectFieldProps = Omit<ComponentProps<'select'>, 'id' | 'className'> & {
  label: string
  state: SaveState
}

/** One of many, chosen the way the device offers it; saves itself when it changes. */
export function SelectField({ label, state, ...props }: SelectFieldProps) {
  const id = useId()
  const error = state.kind === 'failed' ? state.message : undefined
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        <SavedMark state={state} />
      </div>
      <div className={styles.control}>
        <select
          {...props}
          id={id}
          className={styles.select}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-note` : undefined}
        />
        <UpDownIcon className={styles.sign} />
      </div>
      {error && (
        <p id={`${id}-note`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  )
}
