'use client'

import type { RefObject } from 'react'
import { ShortcutKeys } from '../../keyboard/shortcut-keys.tsx'
import { shortcutGroups, shortcutWords } from '../../keyboard/shortcut-words.ts'
import { type ShortcutId, shortcuts } from '../../keyboard/shortcuts.ts'
import { Dialog } from '../../ui/layers/dialog.tsx'
import styles from './help-dialog.module.css'

const ids = Object.keys(shortcuts) as ShortcutId[]

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
        {shortcutGroups.map((group) => (
          <section key={group} aria-label={group}>
            <h3 className={styles.heading}>{group}</h3>
            <dl className={styles.list}>
              {ids
                .filter((id) => shortcutWords[id].group === group)
                .map((id) => (
                  <div key={id} className={styles.line}>
                    <dt>{shortcutWords[id].label}</dt>
                    <dd className={styles.keys}>
                      {shortcuts[id].keys.map((all) => (
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
