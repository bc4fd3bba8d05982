import { type Color, colors } from '@tend/server/domain/colors'
import { useId } from 'react'
import styles from './color-field.module.css'

type ColorValue = Uppercase<Color> | null

export type ColorFieldProps = { value: ColorValue; onChange: (color: ColorValue) => void }

const choices: readonly ColorValue[] = [
  null,
  ...colors.map((color) => color.toUpperCase() as Uppercase<Color>),
]

/** One of the colours or none, all visible. */
export function ColorField({ value, onChange }: ColorFieldProps) {
  const name = useId()
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>Colour</legend>
      <div className={styles.choices}>
        {choices.map((color) => (
          <input
            key={color ?? 'none'}
            type="radio"
            name={name}
            className={styles.choice}
            data-color={color?.toLowerCase()}
            aria-label={nameColor(color)}
            title={nameColor(color)}
            checked={color === value}
            onChange={() => onChange(color)}
          />
        ))}
      </div>
    </fieldset>
  )
}

function nameColor(color: ColorValue): string {
  return color ? color.charAt(0) + color.slice(1).toLowerCase() : 'No colour'
}
