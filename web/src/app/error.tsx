'use client'

import { Button } from '../ui/button.tsx'
import { Placeholder } from '../ui/notice.tsx'
import styles from './error.module.css'

/** Shown when a page can't be made, most often because the database doesn't answer. */
export default function ErrorPage() {
  return (
    <main className={styles.page}>
      <Placeholder title="Tend can’t be reached right now" alert>
        <p>What you have written down is safe. Try again in a moment.</p>
        <Button look="primary" onClick={() => window.location.reload()}>
          Try again
        </Button>
      </Placeholder>
    </main>
  )
}
