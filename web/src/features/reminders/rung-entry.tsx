import { type MouseEvent, useRef } from 'react'
import { useClock } from '../../model/shell/use-clock.ts'
import { readPlace } from '../../places/navigation.ts'
import { PlaceLink } from '../../places/place-link.tsx'
import { describeDue } from '../../time/due-words.ts'
import { Button } from '../../ui/button.tsx'
import { EntryLine } from '../../ui/lists/entry-list.tsx'
import { describePast } from '../../ui/time-words.ts'
import styles from './rung-list.module.css'
import type { RungReminder } from './rung-state.ts'
import type { RungActions } from './use-rung-actions.ts'

export type RungEntryProps = {
  rung: RungReminder
  /** What became of it; undefined while it waits for an answer. */
  outcome: string | undefined
  actions: RungActions
  onLeave: () => void
}

/** One that has rung: its task, when it rang, and what can be done; or what was done, in the same place. */
export function RungEntry({ rung, outcome, actions, onLeave }: RungEntryProps) {
  const entry = useRef<HTMLLIElement>(null)
  const clock = useClock()
  const { task, rangAt } = rung
  const due = describeDue(task, clock)
  const { timeZone, formats } = clock
  const now = new Date().toISOString()
  const choices = [
    { label: 'Done', run: () => actions.complete(rung) },
    { label: 'In an hour', run: () => actions.snooze(rung, 'hour') },
    { label: 'Tomorrow', run: () => actions.snooze(rung, 'tomorrow') },
    { label: 'Dismiss', run: () => actions.dismiss(rung) },
  ]
  return (
    <li ref={entry} className={styles.entry}>
      <PlaceLink
        to={{ place: readPlace(), taskId: task.id }}
        className={styles.title}
        dir="auto"
        onClick={(event: MouseEvent) => {
          if (!isNewTab(event)) onLeave()
        }}
      >
        {task.title}
      </PlaceLink>
      <EntryLine
        parts={[
          <time key="rang" dateTime={rangAt}>
            {describePast(rangAt, { now, timeZone, formats })}
          </time>,
          due && `Due ${due.text}`,
        ]}
      />
      {outcome === undefined ? (
        <div className={styles.actions}>
          {choices.map(({ label, run }) => (
            <Button
              key={label}
              className={styles.action}
              aria-label={`${label}: ${task.title}`}
              onClick={() => {
                run()
                passFocusOn(entry.current)
              }}
            >
              {label}
            </Button>
          ))}
        </div>
      ) : (
        <p className={styles.outcome}>{outcome}</p>
      )}
    </li>
  )
}

const isNewTab = ({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean =>
  ctrlKey || metaKey || shiftKey || altKey

/** The pressed button goes; the focus goes to the next one that waits, else to the task itself. */
function passFocusOn(entry: HTMLElement | null): void {
  if (!entry) return
  const all = [...(entry.parentElement?.children ?? [])]
  const nth = all.indexOf(entry)
  const others = [...all.slice(nth + 1), ...all.slice(0, nth)]
  const next = others.map((one) => one.querySelector('button')).find(Boolean)
  const target = next ?? entry.querySelector('a')
  target?.focus()
}
