import { useEffect } from 'react'
import { useClient } from 'urql'
import { followRestOfShell, type RestOfShell, type ShellCursors } from './rest-of-shell.ts'

export type RestOfShellFollowerProps = {
  after: ShellCursors
  /** Counts the attempts: each asks anew. */
  attempt: number
  onChange: (rest: RestOfShell) => void
}

/** Shows nothing; loaded only for who has so much. */
export function RestOfShellFollower({ after, attempt, onChange }: RestOfShellFollowerProps) {
  const client = useClient()
  const { lists, tags, savedViews } = after
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt asks anew.
  useEffect(
    () => followRestOfShell(client, { lists, tags, savedViews }, onChange),
    [client, lists, tags, savedViews, attempt, onChange],
  )
  return null
}
