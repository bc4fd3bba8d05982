import { VisuallyHidden } from '../../ui/marks/visually-hidden.tsx'
import styles from './toggle-group.module.css'

export type ToggleGroupProps<Value extends string | number> = {
  label: string
  /** What each shows, and what it is called in full. */
  options: readonly { value: Value; label: string; name: string }[]
  /** How many are in a row. */
  columns: 6 | 7
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
}

/** Several of a few, each a button that stays pressed. */
export function ToggleGroup<Value extends string | number>(props: ToggleGroupProps<Value>) {
  const { label, options, columns, chosen, onChange } = props
  return (
    <fieldset className={styles.group} data-columns={columns} aria-label={label}>
      {options.map(({ value, label: text, name }) => (
        <button
          key={value}
          type="button"
          className={styles.option}
          aria-pressed={chosen.includes(value)}
          onClick={() =>
            onChange(
              chosen.includes(value)
                ? chosen.filter((other) => other !== value)
                : [...chosen, value],
            )
          }
        >
          <span aria-hidden="true">{text}</span>
          <VisuallyHidden>{name}</VisuallyHidden>
        </button>
      ))}
    </fieldset>
  )
}
