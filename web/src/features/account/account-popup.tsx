'use client'

import type { RefObject } from 'react'
import { Menu, MenuChoice, MenuItem, MenuLink, MenuSeparator } from '../../ui/layers/menu.tsx'
import styles from './account-menu.module.css'
import type { Person } from './person.ts'
import { signOut } from './sign-out.ts'
import { themeChoices } from './theme.ts'
import { useAccountTheme } from './use-account-theme.ts'

export type AccountPopupProps = {
  anchor: RefObject<HTMLElement | null>
  open: boolean
  onClose: () => void
  returnsFocus: boolean
  look: 'row' | 'compact'
  person: Person
  onApi: () => void
}

/** Who is signed in, and the actions about the account. */
export function AccountPopup({ look, person, onApi, ...menu }: AccountPopupProps) {
  const { theme, change } = useAccountTheme()
  return (
    <Menu
      {...menu}
      side={look === 'row' ? 'top' : 'bottom'}
      align={look === 'row' ? 'start' : 'end'}
    >
      <div className={styles.person}>
        <p className={styles.personName}>{person.name}</p>
        <p className={styles.email}>{person.email}</p>
      </div>
      <MenuSeparator />
      <MenuChoice label="Theme" value={theme} choices={themeChoices} onChange={change} />
      <MenuSeparator />
      <MenuLink href="/settings">Settings</MenuLink>
      <MenuItem onSelect={onApi}>API</MenuItem>
      <MenuItem onSelect={() => void signOut()}>Sign out</MenuItem>
    </Menu>
  )
}
