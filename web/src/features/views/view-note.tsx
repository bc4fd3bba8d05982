'use client'

import type { TaskFilter } from '../../gql/graphql.ts'
import { useShell } from '../../model/shell/use-shell.ts'
import { describeFilter } from './filter-sentence.ts'
import { readFilter } from './read-filter.ts'
import { useNames } from './use-names.ts'
import styles from './view-note.module.css'

/** A view's filter as a sentence under its name. */
export function ViewNote({ id }: { id: string }) {
  const view = useShell().savedViews.find((other) => other.id === id)
  const names = useNames()
  if (!view) return null
  return (
    <p className={styles.note} dir="auto">
      {describeFilter(readFilter(view.filter as TaskFilter), names)}
    </p>
  )
}
