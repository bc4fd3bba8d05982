export type Theme = (typeof themes)[number]

export const themes = ['system', 'light', 'dark'] as const

/** The server reads it too, so that a page arrives in its colours. */
export const themeCookie = 'tend-theme'

/** The theme that a cookie's value names; what it doesn't know is the system's. */
export function readTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system'
}
