'use client'

import { type KeyboardEvent, lazy, useRef, useState } from 'react'
import { Later } from '../../ui/hydration/later.tsx'
import { Avatar } from '../../ui/marks/avatar.tsx'
import { UpDownIcon } from '../../ui/marks/icons.tsx'
import { VisuallyHidden } from '../../ui/marks/visually-hidden.tsx'
import styles from './account-menu.module.css'
import type { Person } from './person.ts'

const loadPopup = () => import('./account-popup.tsx')
const loadDialog = () => import('./api-dialog.tsx')

// Both open on request only, so their code isn't part of what the app loads first.
const AccountPopup = lazy(() => loadPopup().then((module) => ({ default: module.AccountPopup })))
const ApiDialog = lazy(() => loadDialog().then((module) => ({ default: module.ApiDialog })))

export type AccountMenuProps = {
  look: 'row' | 'compact'
  person: Person
  apiUrl: string
}

/** The button with the person's name, and what opens from it. */
export function AccountMenu({ look, person, apiUrl }: AccountMenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [menu, setMenu] = useState<'never' | 'open' | 'closed'>('never')
  const [dialog, setDialog] = useState<'never' | 'open' | 'closed'>('never')

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    setMenu('open')
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles[look]}
        aria-haspopup="menu"
        aria-expanded={menu === 'open'}
        onPointerEnter={() => void loadPopup().catch(() => {})}
        onFocus={() => void loadPopup().catch(() => {})}
        onClick={() => setMenu(menu === 'open' ? 'closed' : 'open')}
        onKeyDown={onKeyDown}
      >
        <Avatar name={person.name} image={person.image} />
        {look === 'row' ? (
          <>
            <span className={styles.name}>
              <VisuallyHidden>Account: </VisuallyHidden>
              {person.name}
            </span>
            <UpDownIcon className={styles.sign} />
          </>
        ) : (
          <VisuallyHidden>Account: {person.name}</VisuallyHidden>
        )}
      </button>
      <Later>
        {menu !== 'never' && (
          <AccountPopup
            anchor={button}
            open={menu === 'open'}
            onClose={() => setMenu('closed')}
            returnsFocus={dialog !== 'open'}
            look={look}
            person={person}
            onApi={() => setDialog('open')}
          />
        )}
        {dialog !== 'never' && (
          <ApiDialog
            apiUrl={apiUrl}
            open={dialog === 'open'}
            onClose={() => setDialog('closed')}
            returnFocus={button}
          />
        )}
      </Later>
    </>
  )
}
