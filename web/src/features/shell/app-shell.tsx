'use client'

import { type ReactNode, useState } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { InboxIcon, SidebarIcon } from '../../ui/icons.tsx'
import { Wordmark } from '../../ui/mark.tsx'
import { writePreference } from '../../ui/preference-cookie.ts'
import styles from './app-shell.module.css'
import { sidebarCookie, sidebarCookieValue } from './sidebar-cookie.ts'

export type AppShellProps = {
  sidebarFolded: boolean
  /** The account's menu: a row at the foot of the sidebar, a small button on a phone. */
  account: (look: 'row' | 'compact') => ReactNode
  /** How the connection stands. */
  status: ReactNode
  children: ReactNode
}

/** Sidebar and middle column; a bar at the top takes the sidebar's place on a phone. */
export function AppShell({ sidebarFolded, account, status, children }: AppShellProps) {
  const [folded, setFolded] = useState(sidebarFolded)

  function fold(next: boolean): void {
    setFolded(next)
    writePreference(sidebarCookie, sidebarCookieValue(next))
  }

  return (
    <div className={styles.shell} data-folded={folded || undefined}>
      <header className={styles.bar}>
        <Wordmark />
        <span className={styles.barStatus}>{status}</span>
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
          <nav aria-label="Places">
            <ul>
              <li>
                <a className={styles.place} href="/inbox" aria-current="page">
                  <InboxIcon />
                  Inbox
                </a>
              </li>
            </ul>
          </nav>
          <div className={styles.foot}>{account('row')}</div>
        </aside>
      )}
      <main className={styles.main}>
        <div className={styles.top}>
          {folded && (
            <IconButton label="Show sidebar" onClick={() => fold(false)}>
              <SidebarIcon />
            </IconButton>
          )}
          <span className={styles.topStatus}>{status}</span>
        </div>
        <div className={styles.column}>{children}</div>
      </main>
    </div>
  )
}
