import { VisuallyHidden } from '../marks/visually-hidden.tsx'
import styles from './toggle-group.module.css'

export type ToggleGroupProps<Value extends string | number> = {
  label: string
  /** The label of each, and its full name where that differs. */
  options: readonly { value: Value; label: string; name?: string }[]
  /** How many are in a row; as many as fit by default. */
  columns?: 6 | 7
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
}

/** Any of a few options, each a toggle button. */
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
          {name ? (
            <>
              <span aria-hidden="true">{text}</span>
              <VisuallyHidden>{name}</VisuallyHidden>
            </>
          ) : (
            text
          )}
        </button>
      ))}
    </fieldset>
  )
}
