import type { SaveState } from '../../ui/fields/saved-mark.tsx'
import type { Theme } from './theme.ts'
import { useProfileField } from './use-profile-field.ts'
import { useTheme } from './use-theme.ts'

export type AccountTheme = {
  /** This device's. */
  theme: Theme
  state: SaveState
  /** Changes it here at once, and in the account for devices where none was chosen. */
  change: (theme: Theme) => void
}

export function useAccountTheme(): AccountTheme {
  const [theme, setTheme] = useTheme()
  const { state, change } = useProfileField('theme', 'SYSTEM')
  return {
    theme,
    state,
    change(chosen) {
      setTheme(chosen)
      change(chosen.toUpperCase() as Uppercase<Theme>)
    },
  }
}
