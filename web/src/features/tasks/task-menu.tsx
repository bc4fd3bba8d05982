'use client'

import { useRef } from 'react'
import { ShortcutKeys } from '../../keyboard/shortcut-keys.tsx'
import { type ShortcutId, shortcuts } from '../../keyboard/shortcuts.ts'
import { isHandled, runShortcut } from '../../keyboard/use-shortcut.ts'
import type { TaskPopupProps } from '../../task-fields/task-popup-props.ts'
import { findAround } from '../../ui/landmarks.ts'
import { Menu, MenuItem, MenuSeparator } from '../../ui/layers/menu.tsx'
import styles from './task-menu.module.css'

type Entry = {
  id: ShortcutId
  label: string
  /** Done in its row, or not at all. */
  inRow?: boolean
  ofOne?: boolean
}

const groups: readonly (readonly Entry[])[] = [
  [{ id: 'complete', label: 'Complete' }],
  [
    { id: 'dueToday', label: 'Today' },
    { id: 'dueTomorrow', label: 'Tomorrow' },
    { id: 'dueNextWeek', label: 'Next week' },
    { id: 'due', label: 'Due date…' },
    { id: 'repeat', label: 'Repeat…' },
    { id: 'reminders', label: 'Remind me…' },
  ],
  [
    { id: 'list', label: 'List…' },
    { id: 'tags', label: 'Tags…' },
    { id: 'priority', label: 'Priority…' },
  ],
  [
    { id: 'rename', label: 'Edit title', ofOne: true, inRow: true },
    { id: 'notes', label: 'Edit notes', ofOne: true },
    { id: 'subtask', label: 'Add subtask', ofOne: true },
  ],
  [{ id: 'trash', label: 'Delete' }],
]

/**
 * All that can be done with a row or with what is selected, each with its key. An entry runs its
 * shortcut, once the row has the focus again.
 */
export function TaskMenu({ tasks, anchor, at, open, onClose, findReturn }: TaskPopupProps) {
  const chosen = useRef<ShortcutId>(undefined)

  function choose(id: ShortcutId): void {
    chosen.current = id
    onClose()
  }

  function run(): void {
    findReturn()?.focus({ preventScroll: true })
    if (chosen.current) runShortcut(chosen.current)
  }

  const isInRow = findAround(anchor.current, 'taskRow') !== undefined
  const fits = ({ id, ofOne, inRow }: Entry) =>
    isHandled(id) && (!ofOne || tasks.length === 1) && (!inRow || isInRow)
  const shown = groups.map((group) => group.filter(fits)).filter((group) => group.length > 0)
  const isCompleted = tasks.every(({ completed }) => completed)
  return (
    <Menu anchor={anchor} at={at} open={open} onClose={onClose} returnsFocus={false} onClosed={run}>
      {shown.map((group, index) => [
        index > 0 && <MenuSeparator key="separator" />,
        group.map(({ id, label }) => (
          <MenuItem key={id} onSelect={() => choose(id)}>
            <span className={styles.label}>
              {id === 'complete' && isCompleted ? 'Reopen' : label}
            </span>
            <span className={styles.keys} aria-hidden="true">
              <ShortcutKeys keys={shortcuts[id].keys[0]} />
            </span>
          </MenuItem>
        )),
      ])}
    </Menu>
  )
}
