import type { Metadata } from 'next'
import { Placeholder } from '../ui/notice.tsx'
import styles from './error.module.css'

export const metadata: Metadata = { title: 'Nothing here' }

export default function NotFoundPage() {
  return (
    <main className={styles.page}>
      <Placeholder title="There is nothing here">
        <p>The address may be old, or mistyped.</p>
        <a href="/inbox">Go to your inbox</a>
      </Placeholder>
    </main>
  )
}
