'use client'

import type { RefObject } from 'react'
import { ShortcutKeys } from '../../keyboard/shortcut-keys.tsx'
import { type Shortcut, type ShortcutGroup, shortcuts } from '../../keyboard/shortcuts.ts'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './help-dialog.module.css'

const groups: readonly ShortcutGroup[] = ['Anywhere', 'Go to', 'The task in focus', 'Several tasks']

export type HelpDialogProps = {
  open: boolean
  onClose: () => void
  returnFocus: RefObject<HTMLElement | null>
}

/** Every key there is, and what it does. */
export function HelpDialog(props: HelpDialogProps) {
  return (
    <Dialog title="Keyboard" {...props}>
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <h3 className={styles.heading}>{group}</h3>
            <dl className={styles.list}>
              {Object.values<Shortcut>(shortcuts)
                .filter((shortcut) => shortcut.group === group)
                .map(({ keys, label }) => (
                  <div key={label} className={styles.line}>
                    <dt>{label}</dt>
                    <dd className={styles.keys}>
                      {keys.map((all) => (
                        <ShortcutKeys key={all} keys={all} />
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
