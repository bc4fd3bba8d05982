'use client'

import { namePriority } from '@tend/server/domain/priority'
import type { QuickAdd } from '@tend/server/domain/quick-add/quick-add'
import { writeReference } from '@tend/server/domain/quick-add/written-reference'
import { type ReactNode, useRef, useState } from 'react'
import { useClock } from '../../model/shell/use-clock.ts'
import { DatePopup } from '../../task-fields/date-popup.tsx'
import { ListPicker } from '../../task-fields/list-picker.tsx'
import { PriorityPicker } from '../../task-fields/priority-picker.tsx'
import { TagPicker } from '../../task-fields/tag-picker.tsx'
import { TagIcon } from '../../ui/marks/icons.tsx'
import { CalendarIcon, FlagIcon, ListIcon } from '../../ui/marks/more-icons.tsx'
import styles from './add-chips.module.css'
import { listParts, writeDue, writeInLine } from './write-choice.ts'

export type AddChipsProps = {
  text: string
  /** What the text says already. */
  read: QuickAdd | undefined
  onWrite: (text: string) => void
  /** Gives the focus back to the line. */
  onClose: () => void
}

type Kind = 'due' | 'list' | 'tags' | 'priority'

const chips: readonly { kind: Kind; label: string; icon: ReactNode }[] = [
  { kind: 'due', label: 'Date', icon: <CalendarIcon /> },
  { kind: 'list', label: 'List', icon: <ListIcon /> },
  { kind: 'tags', label: 'Tags', icon: <TagIcon /> },
  { kind: 'priority', label: 'Priority', icon: <FlagIcon /> },
]

/** What a thumb chooses instead of typing it: each choice is written into the line, in its words. */
export function AddChips({ text, read, onWrite, onClose }: AddChipsProps) {
  const clock = useClock()
  const anchor = useRef<HTMLElement>(null)
  const [chosen, setChosen] = useState<{ kind: Kind; open: boolean }>()
  const parts = listParts.bind(undefined, read?.spans)
  const popup = {
    anchor,
    open: chosen?.open ?? false,
    returnsFocus: false,
    onClose() {
      setChosen(chosen && { ...chosen, open: false })
      onClose()
    },
  }

  function toggleTag({ name }: { name: string }): void {
    const written = parts('TAG').filter(({ meaning }) => meaning === `tagged ${name}`)
    onWrite(writeInLine(text, written, written.length > 0 ? '' : writeReference('@', name)))
  }

  return (
    <div className={styles.chips} data-chips="" data-open={popup.open || undefined}>
      {chips.map(({ kind, label, icon }) => (
        <button
          key={kind}
          type="button"
          className={styles.chip}
          aria-haspopup="dialog"
          aria-expanded={popup.open && chosen?.kind === kind}
          // The line keeps the focus, and a phone its keyboard, until something opens.
          onPointerDown={(event) => event.preventDefault()}
          onClick={({ currentTarget }) => {
            anchor.current = currentTarget
            setChosen({ kind, open: true })
          }}
        >
          {icon}
          {label}
        </button>
      ))}
      {chosen?.kind === 'due' && (
        <DatePopup
          label="Due date"
          clock={clock}
          value={{ day: read?.dueOn ?? null, time: read?.dueTime ?? null }}
          withTime
          onChoose={({ day, time = null }) =>
            onWrite(
              writeInLine(text, parts('DATE', 'TIME'), day ? writeDue({ day, time }, clock) : ''),
            )
          }
          {...popup}
        />
      )}
      {chosen?.kind === 'list' && (
        <ListPicker
          chosenId={read?.list?.id}
          onChoose={({ name }) =>
            onWrite(writeInLine(text, parts('LIST'), writeReference('#', name)))
          }
          {...popup}
        />
      )}
      {chosen?.kind === 'tags' && (
        <TagPicker
          isChosen={({ id }) => read?.tags.some((tag) => tag.id === id) ?? false}
          onToggle={toggleTag}
          onCreate={(name) => onWrite(writeInLine(text, [], writeReference('@', name)))}
          {...popup}
        />
      )}
      {chosen?.kind === 'priority' && (
        <PriorityPicker
          isChosen={(value) => (read?.priority ?? 'NONE') === value}
          onChoose={({ value }) => {
            const words = value === 'NONE' ? '' : `!${namePriority(value).toLowerCase()}`
            onWrite(writeInLine(text, parts('PRIORITY'), words))
          }}
          {...popup}
        />
      )}
    </div>
  )
}
