import { nameKeys } from './key-names.ts'
import styles from './shortcut-keys.module.css'

/** One way to press a shortcut, as the keys of this person's keyboard are labelled. In the browser only. */
export function ShortcutKeys({ keys }: { keys: string }) {
  const isMac = /mac|iphone|ipad/i.test(navigator.userAgent)
  return (
    <span className={styles.sequence}>
      {nameKeys(keys, isMac).map((key, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the keys of a sequence never move.
        <kbd key={index} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  )
}
