'use client'

import { type ReactNode, useState } from 'react'
import type { Place } from '../../places/address.ts'
import { IconButton } from '../../ui/button.tsx'
import { CommandIcon, SidebarIcon } from '../../ui/marks/icons.tsx'
import { Wordmark } from '../../ui/marks/mark.tsx'
import { writePreference } from '../../ui/preference-cookie.ts'
import styles from './app-shell.module.css'
import { BottomBar } from './bottom-bar.tsx'
import { SheetButton } from './sheet-button.tsx'
import { sidebarCookie, sidebarCookieValue } from './sidebar-cookie.ts'

export type AppShellProps = {
  place: Place
  sidebarFolded: boolean
  /** `leave` closes the sidebar where it covers the page. */
  sidebar: (leave: () => void) => ReactNode
  /** The account's menu: a row at the foot of the sidebar, a small button on a phone. */
  account: (look: 'row' | 'compact') => ReactNode
  /** The state of the connection. */
  status: ReactNode
  /** The open task, beside the place; on a phone instead of it. */
  panel: ReactNode
  onAdd: () => void
  onCommands: () => void
  children: ReactNode
}

/** Sidebar, middle column and panel; on a phone a bar above and one below, and the sidebar as a sheet. */
export function AppShell(props: AppShellProps) {
  const { place, sidebar, account, status, panel } = props
  const [folded, setFolded] = useState(props.sidebarFolded)

  function fold(next: boolean): void {
    setFolded(next)
    writePreference(sidebarCookie, sidebarCookieValue(next))
  }

  const commands = (
    <IconButton
      label="Commands"
      aria-haspopup="dialog"
      aria-keyshortcuts="Meta+K Control+K"
      onClick={props.onCommands}
    >
      <CommandIcon />
    </IconButton>
  )

  return (
    <div
      className={styles.shell}
      data-folded={folded || undefined}
      data-panel={panel ? '' : undefined}
    >
      <header className={styles.bar}>
        <SheetButton place={place}>{sidebar}</SheetButton>
        <Wordmark />
        <span className={styles.barStatus}>{status}</span>
        {commands}
        {account('compact')}
      </header>
      {!folded && (
        <aside className={styles.side} aria-label="Sidebar">
          <div className={styles.head}>
            <Wordmark />
            <IconButton label="Hide sidebar" onClick={() => fold(true)}>
              <SidebarIcon />
            </IconButton>
          </div>
          {sidebar(() => {})}
          <div className={styles.foot}>{account('row')}</div>
        </aside>
      )}
      <main className={styles.content}>
        <div className={styles.main}>
          <div className={styles.top}>
            {folded && (
              <IconButton label="Show sidebar" onClick={() => fold(false)}>
                <SidebarIcon />
              </IconButton>
            )}
            <span className={styles.topStatus}>{status}</span>
            {commands}
          </div>
          <div className={styles.column}>{props.children}</div>
        </div>
        {panel && (
          <section className={styles.panel} aria-label="Task">
            {panel}
          </section>
        )}
      </main>
      <BottomBar place={place} onAdd={props.onAdd} />
    </div>
  )
}
