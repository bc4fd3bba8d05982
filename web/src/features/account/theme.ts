import { themes as accountThemes } from '@tend/server/domain/preferences'

export type Theme = Lowercase<(typeof accountThemes)[number]>

const themes = accountThemes.map((theme) => theme.toLowerCase() as Theme)

const labels: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' }

export const themeChoices = themes.map((value) => ({ value, label: labels[value] }))

/** The server reads it, too, so that a page arrives in the right colours. */
export const themeCookie = 'tend-theme'

/** The theme that a text names, in either case; the system's for any other text. */
export function readTheme(value: string | null | undefined): Theme {
  return themes.find((theme) => theme === value?.toLowerCase()) ?? 'system'
}
