import { useId } from 'react'
import { CheckField } from '../../ui/fields/check-field.tsx'
import { keysOf } from './webhook-words.ts'
import styles from './webhooks.module.css'

export type ChoiceFieldsProps<Value extends string> = {
  legend: string
  hint?: string
  words: Readonly<Record<Value, string>>
  chosen: readonly Value[]
  /** What is wrong with the choice, as a sentence. */
  error: string | undefined
  onChange: (chosen: Value[]) => void
}

/** Any of a few options; at least one. */
export function ChoiceFields<Value extends string>(props: ChoiceFieldsProps<Value>) {
  const { legend, hint, words, chosen, error, onChange } = props
  const id = useId()
  const note = error ?? hint
  return (
    <fieldset className={styles.choices} aria-describedby={note && id}>
      <legend className={styles.legend}>{legend}</legend>
      {keysOf(words).map((value) => (
        <CheckField
          key={value}
          label={words[value]}
          checked={chosen.includes(value)}
          onChange={({ currentTarget }) =>
            onChange(
              currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value),
            )
          }
        />
      ))}
      {note && (
        <p id={id} className={error ? styles.error : styles.hint}>
          {note}
        </p>
      )}
    </fieldset>
  )
}
