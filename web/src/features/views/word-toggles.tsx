import styles from './word-toggles.module.css'

export type WordTogglesProps<Value extends string> = {
  label: string
  options: readonly { value: Value; label: string }[]
  chosen: readonly Value[]
  onChange: (chosen: readonly Value[]) => void
}

/** Any of a few words, each a toggle button. */
export function WordToggles<Value extends string>(props: WordTogglesProps<Value>) {
  const { label, options, chosen, onChange } = props

  function toggle(value: Value): void {
    const others = chosen.filter((other) => other !== value)
    onChange(others.length < chosen.length ? others : [...chosen, value])
  }

  return (
    <fieldset className={styles.group} aria-label={label}>
      {options.map(({ value, label: word }) => (
        <button
          key={value}
          type="button"
          className={styles.option}
          aria-pressed={chosen.includes(value)}
          onClick={() => toggle(value)}
        >
          {word}
        </button>
      ))}
    </fieldset>
  )
}
