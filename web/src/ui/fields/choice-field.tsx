import { useId } from 'react'
import styles from './choice-field.module.css'
import { SavedMark, type SaveState } from './saved-mark.tsx'

export type ChoiceFieldProps<Value extends string> = {
  label: string
  value: Value
  choices: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
  state: SaveState
}

/** One of a few options, side by side; saves itself when it changes. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, value, choices, onChange, state } = props
  const id = useId()
  return (
    <fieldset
      className={styles.field}
      aria-describedby={state.kind === 'failed' ? `${id}-note` : undefined}
    >
      <div className={styles.head}>
        <legend className={styles.label}>{label}</legend>
        <SavedMark state={state} />
      </div>
      <div className={styles.choices}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              className={styles.input}
              type="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span className={styles.text}>{choice.label}</span>
          </label>
        ))}
      </div>
      {state.kind === 'failed' && (
        <p id={`${id}-note`} className={styles.error}>
          {state.message}
        </p>
      )}
    </fieldset>
  )
}
