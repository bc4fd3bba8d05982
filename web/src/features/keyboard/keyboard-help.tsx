'use client'

import { lazy, useRef, useState } from 'react'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { Later } from '../../ui/hydration/later.tsx'

const HelpDialog = lazy(() =>
  import('./help-dialog.tsx').then((module) => ({ default: module.HelpDialog })),
)

/** Shows the keyboard map on `?`, and gives the focus back to where it was. */
export function KeyboardHelp() {
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never')
  const before = useRef<HTMLElement>(null)
  useShortcut('help', () => {
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    setState('open')
  })
  if (state === 'never') return null
  return (
    <Later>
      <HelpDialog open={state === 'open'} onClose={() => setState('closed')} returnFocus={before} />
    </Later>
  )
}
