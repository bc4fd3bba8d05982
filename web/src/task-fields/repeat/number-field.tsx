import { useState } from 'react'
import styles from './number-field.module.css'

export type NumberFieldProps = {
  label: string
  value: number
  max: number
  onChange: (value: number) => void
}

/**
 * A whole number from 1 on, by typing, by its two buttons or by the arrow keys; while it is typed it
 * may be empty, and keeps its value.
 */
export function NumberField({ label, value, max, onChange }: NumberFieldProps) {
  const [text, setText] = useState<string>()

  function step(by: 1 | -1): void {
    setText(undefined)
    onChange(Math.min(Math.max(value + by, 1), max))
  }

  return (
    <span className={styles.field}>
      <button
        type="button"
        className={styles.step}
        tabIndex={-1}
        aria-label={`${label}: less`}
        disabled={value <= 1}
        onClick={() => step(-1)}
      >
        −
      </button>
      <input
        role="spinbutton"
        inputMode="numeric"
        autoComplete="off"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={1}
        aria-valuemax={max}
        className={styles.input}
        value={text ?? value}
        onChange={(event) => {
          setText(event.target.value)
          const next = Number(event.target.value)
          if (Number.isInteger(next) && next >= 1 && next <= max) onChange(next)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
          event.preventDefault()
          step(event.key === 'ArrowUp' ? 1 : -1)
        }}
        onBlur={() => setText(undefined)}
      />
      <button
        type="button"
        className={styles.step}
        tabIndex={-1}
        aria-label={`${label}: more`}
        disabled={value >= max}
        onClick={() => step(1)}
      >
        +
      </button>
    </span>
  )
}
