'use client'

import type { RefObject } from 'react'
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import styles from './account-menu.module.css'
import { signOut } from './sign-out.ts'
import { type Theme, themes } from './theme.ts'
import { useTheme } from './use-theme.ts'

const themeLabels: Record<Theme, string> = { system: 'System', light: 'Light', dark: 'Dark' }
const themeChoices = themes.map((value) => ({ value, label: themeLabels[value] }))

export type AccountPopupProps = {
  anchor: RefObject<HTMLElement | null>
  open: boolean
  onClose: () => void
  returnsFocus: boolean
  look: 'row' | 'compact'
  person: { name: string; email: string }
  onApi: () => void
}

/** Who is signed in, and what concerns them rather than their tasks. */
export function AccountPopup({ look, person, onApi, ...menu }: AccountPopupProps) {
  const [theme, setTheme] = useTheme()
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
      <MenuChoice label="Theme" value={theme} choices={themeChoices} onChange={setTheme} />
      <MenuSeparator />
      <MenuItem onSelect={onApi}>API</MenuItem>
      <MenuItem onSelect={() => void signOut()}>Sign out</MenuItem>
    </Menu>
  )
}
