'use client'

import { useRef } from 'react'
import { ShortcutKeys } from '../../keyboard/shortcut-keys.tsx'
import { type ShortcutId, shortcuts } from '../../keyboard/shortcuts.ts'
import { isHandled, runShortcut } from '../../keyboard/use-shortcut.ts'
import type { TaskPopupProps } from '../../task-fields/task-popup-props.ts'
import { findAround } from '../../ui/landmarks.ts'
import { Menu, MenuItem, MenuSeparator } from '../../ui/layers/menu.tsx'
import { useTaskCopies } from './copy/use-task-copies.ts'
import { isInTrash } from './meant-tasks.ts'
import styles from './task-menu.module.css'

type Entry = {
  id: ShortcutId
  label: string
  /** Done in its row, or not at all. */
  inRow?: boolean
  ofOne?: boolean
}

/** An entry as it is shown, with its key where it has one. */
type Item = { id: string; label: string; keys?: string; run: () => unknown }

const groups: readonly (readonly Entry[])[] = [
  [{ id: 'complete', label: 'Complete' }],
  [
    { id: 'dueToday', label: 'Today' },
    { id: 'dueTomorrow', label: 'Tomorrow' },
    { id: 'dueNextWeek', label: 'Next week' },
    { id: 'due', label: 'Due date…' },
    { id: 'start', label: 'Start date…' },
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
]
const lastGroup: readonly Entry[] = [{ id: 'trash', label: 'Delete' }]

const trashGroups: readonly (readonly Entry[])[] = [
  [{ id: 'complete', label: 'Restore' }],
  [{ id: 'trash', label: 'Delete for good…' }],
]

/**
 * All that can be done with a row or with what is selected, with its key where it has one. An entry runs
 * once the row has the focus again.
 */
export function TaskMenu({ tasks, anchor, at, open, onClose, findReturn }: TaskPopupProps) {
  const chosen = useRef<() => unknown>(undefined)
  // The palette has Markdown as well: with one more entry, Delete would be out of sight on a laptop.
  const copies = useTaskCopies().filter(({ id }) => id !== 'copyMarkdown')

  function choose(run: () => unknown): void {
    chosen.current = run
    onClose()
  }

  function run(): void {
    findReturn()?.focus({ preventScroll: true })
    chosen.current?.()
  }

  const isInRow = findAround(anchor.current, 'taskRow') !== undefined
  const fits = ({ id, ofOne, inRow }: Entry) =>
    isHandled(id) && (!ofOne || tasks.length === 1) && (!inRow || isInRow)
  const inTrash = isInTrash(tasks)
  const isCompleted = !inTrash && tasks.every(({ completed }) => completed)
  const listItems = (group: readonly Entry[]): Item[] =>
    group.filter(fits).map(({ id, label }) => ({
      id,
      label: id === 'complete' && isCompleted ? 'Reopen' : label,
      keys: shortcuts[id].keys[0],
      run: () => runShortcut(id),
    }))
  const items: Item[] = copies.map((copy) => ({ ...copy, run: () => copy.run(tasks) }))
  const shown = inTrash
    ? trashGroups.map(listItems)
    : [...groups.map(listItems), items, listItems(lastGroup)]

  return (
    <Menu anchor={anchor} at={at} open={open} onClose={onClose} returnsFocus={false} onClosed={run}>
      {shown
        .filter((group) => group.length > 0)
        .map((group, index) => [
          index > 0 && <MenuSeparator key="separator" />,
          group.map((item) => (
            <MenuItem key={item.id} onSelect={() => choose(item.run)}>
              <span className={styles.label}>{item.label}</span>
              {item.keys && (
                <span className={styles.keys} aria-hidden="true">
                  <ShortcutKeys keys={item.keys} />
                </span>
              )}
            </MenuItem>
          )),
        ])}
    </Menu>
  )
}
