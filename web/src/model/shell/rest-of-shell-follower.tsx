import { useEffect, useState } from 'react'
import { useClient } from 'urql'
import { followRestOfShell, type RestOfShell, type ShellCursors } from './rest-of-shell.ts'

export type RestOfShellFollowerProps = {
  after: ShellCursors
  onChange: (rest: RestOfShell & { retry: () => void }) => void
}

/** Shows nothing; loaded only for people who have that many. */
export function RestOfShellFollower({ after, onChange }: RestOfShellFollowerProps) {
  const client = useClient()
  const [attempt, setAttempt] = useState(0)
  const { lists, tags, savedViews } = after
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt asks again.
  useEffect(() => {
    const retry = () => setAttempt((count) => count + 1)
    return followRestOfShell(client, { lists, tags, savedViews }, (rest) =>
      onChange({ ...rest, retry }),
    )
  }, [client, lists, tags, savedViews, attempt, onChange])
  return null
}
