import { useSyncExternalStore } from 'react'
import { writePreference } from '../../ui/preference-cookie.ts'
import { readTheme, type Theme, themeCookie } from './theme.ts'

const listeners = new Set<() => void>()

/** The theme of this page, an attribute of the document, and the function that changes it. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(
    subscribe,
    () => readTheme(document.documentElement.dataset.theme),
    () => 'system' as const,
  )
  return [theme, setTheme]
}

function setTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  writePreference(themeCookie, theme)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
