import { UpDownIcon } from '../../ui/marks/icons.tsx'
import styles from './word-select.module.css'

export type WordSelectProps<Value extends string> = {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}

/** One of a few words within a line, chosen with the device's own control. */
export function WordSelect<Value extends string>(props: WordSelectProps<Value>) {
  const { label, value, options, onChange } = props
  return (
    <span className={styles.box}>
      <select
        className={styles.select}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <UpDownIcon className={styles.sign} />
    </span>
  )
}
