'use client'

import { useSyncExternalStore } from 'react'
import { useConnection } from '../../graphql/graphql-provider.tsx'
import { idleSyncState } from '../../graphql/sync-status.ts'
import { classNames } from '../../ui/class-names.ts'
import styles from './sync-mark.module.css'
import { describeSync } from './sync-text.ts'

/** The state of the connection to the API, in a word; announced only when there is a problem. */
export function SyncMark() {
  const { status } = useConnection()
  const sync = useSyncExternalStore(status.subscribe, status.read, () => idleSyncState)
  const online = useSyncExternalStore(
    listenToNetwork,
    () => navigator.onLine,
    () => true,
  )
  const { tone, text } = describeSync(sync, online)
  return (
    <span className={classNames(styles.mark, styles[tone])}>
      <span role="status">{tone === 'trouble' && text}</span>
      {tone !== 'trouble' && text}
    </span>
  )
}

function listenToNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
