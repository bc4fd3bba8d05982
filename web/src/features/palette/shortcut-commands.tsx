import type { Priority } from '@tend/server/domain/priority'
import type { ReactNode } from 'react'
import {
  type ShortcutGroup,
  type ShortcutWords,
  shortcutWords,
} from '../../keyboard/shortcut-words.ts'
import type { ShortcutId } from '../../keyboard/shortcuts.ts'
import { isHandled, runShortcut } from '../../keyboard/use-shortcut.ts'
import {
  BellIcon,
  CommandIcon,
  CompletedIcon,
  MoreIcon,
  NoteIcon,
  PlusIcon,
  RepeatIcon,
  SearchIcon,
  TagIcon,
  TodayIcon,
  TrashIcon,
} from '../../ui/marks/icons.tsx'
import { CalendarIcon, EditIcon, FlagIcon, ListIcon, UndoIcon } from '../../ui/marks/more-icons.tsx'
import { TaskRing } from '../../ui/marks/task-check.tsx'
import { actionsGroup, type Command } from './command.ts'

// Moving the focus is of use only by keyboard.
const keysAlone: readonly ShortcutId[] = [
  'palette',
  'back',
  'next',
  'previous',
  'open',
  'indent',
  'outdent',
  'select',
  'extendDown',
  'extendUp',
]

const icons: Partial<Record<ShortcutId, ReactNode>> = {
  add: <PlusIcon />,
  search: <SearchIcon />,
  undo: <UndoIcon />,
  complete: <CompletedIcon />,
  due: <CalendarIcon />,
  dueToday: <TodayIcon />,
  repeat: <RepeatIcon />,
  reminders: <BellIcon />,
  showReminders: <BellIcon />,
  list: <ListIcon />,
  tags: <TagIcon />,
  priority: <FlagIcon />,
  rename: <EditIcon />,
  notes: <NoteIcon />,
  menu: <MoreIcon />,
  trash: <TrashIcon />,
  priorityUrgent: renderRing('URGENT'),
  priorityHigh: renderRing('HIGH'),
  priorityMedium: renderRing('MEDIUM'),
  priorityLow: renderRing('LOW'),
  priorityNone: renderRing('NONE'),
}

/** A command for each thing that a key does anywhere. */
export function listActionCommands(): Command[] {
  return listCommands(['Anywhere', 'Several tasks'], actionsGroup)
}

/** A command for each thing that a key does with the task that has the focus, or is open. */
export function listTaskCommands(title: string, inTrash: boolean): Command[] {
  const commands = listCommands(['The task in focus'], `“${title}”`)
  if (!inTrash) return commands
  return commands.flatMap((command) => {
    const name = namesInTrash[command.id as ShortcutId]
    return name ? [{ ...command, name }] : []
  })
}

/** What these keys do with a task in the trash; the others do nothing. */
const namesInTrash: Partial<Record<ShortcutId, string>> = {
  complete: 'Restore',
  trash: 'Delete for good',
}

function listCommands(groups: readonly ShortcutGroup[], title: string): Command[] {
  const entries = Object.entries(shortcutWords) as [ShortcutId, ShortcutWords][]
  return entries
    .filter(([id, { group }]) => groups.includes(group) && !keysAlone.includes(id) && isHandled(id))
    .map(([id, { label }]) => ({
      id,
      name: label,
      group: title,
      icon: icons[id] ?? <CommandIcon />,
      shortcut: id,
      run: () => runShortcut(id),
    }))
}

function renderRing(priority: Priority): ReactNode {
  return <TaskRing priority={priority} ticked={false} />
}
