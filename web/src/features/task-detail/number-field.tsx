import { useState } from 'react'
import styles from './repeat-fields.module.css'

export type NumberFieldProps = {
  label: string
  value: number
  max: number
  onChange: (value: number) => void
}

/** A whole number from 1 on; while it is typed it may be empty, and holds what it was. */
export function NumberField({ label, value, max, onChange }: NumberFieldProps) {
  const [text, setText] = useState<string>()
  return (
    <input
      type="number"
      inputMode="numeric"
      aria-label={label}
      className={styles.number}
      min={1}
      max={max}
      value={text ?? value}
      onChange={(event) => {
        setText(event.target.value)
        const next = Number(event.target.value)
        if (Number.isInteger(next) && next >= 1 && next <= max) onChange(next)
      }}
      onBlur={() => setText(undefined)}
    />
  )
}
