import { useId } from 'react'
import { VisuallyHidden } from '../marks/visually-hidden.tsx'
import styles from './choice-row.module.css'

export type ChoiceRowProps<Value extends string | number> = {
  label: string
  value: Value
  /** The label of each, and its full name where that differs. */
  options: readonly { value: Value; label: string; name?: string }[]
  onChange: (value: Value) => void
  'aria-describedby'?: string | undefined
}

/** One of a few options, side by side. */
export function ChoiceRow<Value extends string | number>(props: ChoiceRowProps<Value>) {
  const { label, value, options, onChange } = props
  const id = useId()
  return (
    <fieldset
      className={styles.row}
      aria-label={label}
      aria-describedby={props['aria-describedby']}
    >
      {options.map((option) => (
        <label key={option.value} className={styles.choice}>
          <input
            className={styles.input}
            type="radio"
            name={id}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span className={styles.text}>
            {option.name ? (
              <>
                <span aria-hidden="true">{option.label}</span>
                <VisuallyHidden>{option.name}</VisuallyHidden>
              </>
            ) : (
              option.label
            )}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
