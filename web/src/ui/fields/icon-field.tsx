import { checkIcon } from '@tend/server/domain/icon'
import styles from './icon-field.module.css'
import { TextField } from './text-field.tsx'

export type IconFieldProps = {
  /** What was typed, which may be no emoji yet. */
  value: string
  onChange: (text: string) => void
}

const suggestions = ['🏠', '💼', '🛒', '📚', '✈️', '💪', '🎁', '🌱', '💡', '🎯', '🐾', '❤️']

/** One emoji or none: chosen from a few, or typed. */
export function IconField({ value, onChange }: IconFieldProps) {
  const error = findIconProblem(value)
  return (
    <div className={styles.field}>
      <TextField
        label="Icon"
        placeholder="One emoji, or none"
        autoComplete="off"
        value={value}
        error={error}
        onChange={(event) => onChange(event.target.value)}
      />
      <div className={styles.choices}>
        {suggestions.map((icon) => (
          <button
            key={icon}
            type="button"
            className={styles.choice}
            aria-pressed={value === icon}
            onClick={() => onChange(value === icon ? '' : icon)}
          >
            {icon}
          </button>
        ))}
      </div>
    </div>
  )
}

/** What is wrong with a typed icon; an empty one is fine. */
export function findIconProblem(text: string): string | undefined {
  const checked = text.trim() ? checkIcon(text) : undefined
  return checked?.ok === false ? checked.message : undefined
}
