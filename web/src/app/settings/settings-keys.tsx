'use client'

import { useRef } from 'react'
import { KeyboardHelp } from '../../features/keyboard/keyboard-help.tsx'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { type Place, printAddress } from '../../places/address.ts'

/**
 * The keys that work in the settings: those that go to a place, the search, the keyboard map, and Esc,
 * which goes back to where the person came from.
 */
export function SettingsKeys() {
  const cameFrom = useRef<string>(undefined)
  // Going from page to page of the settings loads no document, so this stays as it was.
  cameFrom.current ??= typeof document === 'undefined' ? undefined : findAppPath(document.referrer)
  useShortcut('goInbox', () => leave({ kind: 'inbox' }))
  useShortcut('goToday', () => leave({ kind: 'today' }))
  useShortcut('goUpcoming', () => leave({ kind: 'upcoming' }))
  useShortcut('goAll', () => leave({ kind: 'all' }))
  useShortcut('goCompleted', () => leave({ kind: 'completed' }))
  useShortcut('search', () => leave({ kind: 'search', query: '' }))
  useShortcut('back', () => {
    const { activeElement } = document
    // Leaves a field first, so that nothing being typed is lost.
    if (
      activeElement instanceof HTMLElement &&
      activeElement.matches('input, textarea, [role="combobox"]')
    )
      activeElement.blur()
    else window.location.assign(cameFrom.current ?? printAddress({ place: { kind: 'inbox' } }))
  })
  return <KeyboardHelp />
}

function leave(place: Place): void {
  window.location.assign(printAddress({ place }))
}

/** The place of the app that led here, if one did. */
function findAppPath(referrer: string): string | undefined {
  const url = URL.canParse(referrer) ? new URL(referrer) : undefined
  if (url?.origin !== window.location.origin) return undefined
  const isApp = !/^\/(?:settings|login|signup|reset-password|verify-email)(?:\/|$)/.test(
    url.pathname,
  )
  return isApp ? `${url.pathname}${url.search}` : undefined
}
