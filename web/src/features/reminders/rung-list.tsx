'use client'

import { useEffect, useRef, useState } from 'react'
import { useClock } from '../../model/shell/use-clock.ts'
import { describeInstant } from '../../time/due-words.ts'
import { Button } from '../../ui/button.tsx'
import { EntrySkeleton } from '../../ui/lists/entry-list.tsx'
import { Placeholder } from '../../ui/marks/notice.tsx'
import { rungStore, useRung } from './rung.store.ts'
import { RungEntry } from './rung-entry.tsx'
import styles from './rung-list.module.css'
import { keepPlaces, listWaiting, type RungReminder, type RungState } from './rung-state.ts'
import { useRungActions } from './use-rung-actions.ts'

/** The list of what has rung, with what can be done about each. */
export function RungList({ onLeave }: { onLeave: () => void }) {
  const state = useRung()
  const actions = useRungActions()
  const list = useRef<HTMLUListElement>(null)
  const shown = useKeptPlaces(state)
  const { rung, error, total, handled } = state

  // What is there may be old, for example after a night.
  useEffect(() => rungStore.ask(), [])

  if (!rung && error === undefined) return <EntrySkeleton />
  if (!rung) {
    return (
      <Placeholder title="Your reminders can’t be shown right now" alert>
        <p>{error}</p>
        <Button onClick={rungStore.ask}>Try again</Button>
      </Placeholder>
    )
  }
  if (shown.length === 0) return <NoReminders nextAt={state.nextAt} />
  const waiting = new Set(listWaiting(state).map(({ key }) => key))
  return (
    <>
      <ul ref={list} className={styles.list} aria-label="Reminders that came">
        {shown.map((one) => (
          <RungEntry
            key={one.key}
            rung={one}
            outcome={
              waiting.has(one.key)
                ? undefined
                : (handled.get(one.key)?.words ?? 'No longer waiting')
            }
            actions={actions}
            onLeave={onLeave}
          />
        ))}
      </ul>
      {total > rung.length && <p className={styles.more}>{`And ${total - rung.length} earlier`}</p>}
    </>
  )
}

/** What was there stays where it was for as long as the list is open, so nothing slips under a pointer. */
function useKeptPlaces(state: RungState): readonly RungReminder[] {
  const [shown, setShown] = useState<readonly RungReminder[]>(() => listWaiting(state))
  const next = keepPlaces(shown, listWaiting(state))
  const isSame = next.length === shown.length && next.every((one, nth) => one === shown[nth])
  if (!isSame) setShown(next)
  return isSame ? shown : next
}

function NoReminders({ nextAt }: { nextAt: string | null }) {
  const clock = useClock()
  const next = nextAt && describeInstant(nextAt, clock)
  return (
    <div className={styles.empty}>
      <p>Reminders that come wait here until you have dealt with them.</p>
      <p>{next ? `Next reminder: ${next}` : 'To set one, open a task and choose Remind me.'}</p>
    </div>
  )
}
