import { describeNotes } from './describe-preview.ts'
import styles from './import.module.css'
import type { ImportNote } from './upload-import.ts'

/** What can't come along as it was, and why. */
export function ImportNotes({ notes }: { notes: readonly ImportNote[] }) {
  if (notes.length === 0) return null
  return (
    <details className={styles.notes}>
      <summary>{describeNotes([...notes])}</summary>
      <ul>
        {notes.map(({ message, count, examples }) => (
          <li key={message}>
            {message} <span className={styles.quiet}>({count.toLocaleString('en')})</span>
            {examples.length > 0 && (
              <ul className={styles.examples}>
                {examples.map((example) => (
                  <li key={example}>{example}</li>
                ))}
                {count > examples.length && examples.length > 1 && <li>…</li>}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
