import type { Color } from '@tend/server/domain/colors'
import styles from './color-dot.module.css'

export type ColorDotProps = {
  /** As the API spells it. */
  color: Uppercase<Color> | null | undefined
  /** One emoji, shown instead of the dot. */
  icon?: string | null | undefined
}

/** The icon of a list: its emoji, or a dot of its colour. */
export function ColorDot({ color, icon }: ColorDotProps) {
  return (
    <span className={styles.box} aria-hidden="true">
      {icon || <span className={styles.dot} data-color={color?.toLowerCase() ?? 'gray'} />}
    </span>
  )
}
