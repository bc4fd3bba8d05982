'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { BackIcon } from '../../ui/marks/more-icons.tsx'
import { settingsPages } from './settings-pages.ts'
import styles from './settings-shell.module.css'

/** The way back, the list of pages, and the page; on a phone the list is a row of tabs above it. */
export function SettingsShell({ children }: { children: ReactNode }) {
  const current = usePathname()
  const pages = useRef<HTMLUListElement>(null)
  // On a phone the row of tabs is longer than the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has another tab.
  useEffect(() => {
    const tab = pages.current?.querySelector('[aria-current]')
    tab?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [current])
  return (
    <div className={styles.shell}>
      <header className={styles.side}>
        {/* The app is a page of its own, with a client of its own. */}
        <a className={styles.back} href="/inbox">
          <BackIcon />
          Back to your tasks
        </a>
        <p className={styles.heading} id="settings-pages">
          Settings
        </p>
        <nav aria-labelledby="settings-pages">
          <ul ref={pages} className={styles.pages}>
            {settingsPages.map(({ path, label }) => (
              <li key={path}>
                <Link
                  className={styles.page}
                  href={path}
                  aria-current={isIn(current, path) ? 'page' : undefined}
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  )
}

/** A page may have pages of its own under its address. */
function isIn(current: string, path: string): boolean {
  return current === path || current.startsWith(`${path}/`)
}
