'use client'

import { useEffect, useState } from 'react'
import styles from './auth-form.module.css'

/** How mail leaves: through a server, to this machine's terminal, or not at all. */
export type MailKind = 'smtp' | 'local' | 'off'

/** Where to look for a mail when Tend has no server to send it with, or why it will be late. */
export function MailHint({ mail }: { mail: MailKind }) {
  if (mail === 'smtp') return <MailDelay />
  return (
    <p className={styles.quiet}>
      {mail === 'local'
        ? 'No mail server is set up; messages appear in the server’s terminal.'
        : 'This Tend can’t send mail. Ask whoever runs it.'}
    </p>
  )
}

function MailDelay() {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    let isShown = true
    void isMailReachable().then((isReachable) => {
      if (isShown) setLate(!isReachable)
    })
    return () => {
      isShown = false
    }
  }, [])
  if (!isLate) return null
  return (
    <p className={styles.quiet} role="status">
      Our mail server can’t be reached right now. Mail is kept and sent as soon as it can be; it may
      be late.
    </p>
  )
}

/** Whether mails leave right now; true when that can't be found out. */
async function isMailReachable(): Promise<boolean> {
  const answer = await fetch('/api/mail-status', { cache: 'no-store' })
    .then((response): Promise<{ isReachable?: boolean }> => response.json())
    .catch(() => ({}) as { isReachable?: boolean })
  return answer.isReachable !== false
}
