import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

// An icon means one thing. A new use of one is a line here, so that somebody asks whether it fits.

const meanings: Record<string, { means: string; in: string }> = {
  AllIcon: { means: 'the place All', in: 'sidebar use-place-commands' },
  ArchiveIcon: { means: 'to archive, and back', in: 'use-own-place-commands' },
  BackIcon: { means: 'back', in: 'month-grid parent-path settings-shell' },
  BellIcon: { means: 'a reminder', in: 'rung-mark shortcut-commands task-details task-field-list' },
  CalendarIcon: {
    means: 'a date',
    in: 'add-chips bulk-bar repeat-end-field row-actions shortcut-commands task-field-list',
  },
  CheckIcon: {
    means: 'what is chosen',
    in: 'menu picker priority-picker repeat-form search-select-field select',
  },
  ChevronIcon: {
    means: 'further: unfolded, opened, the next one',
    in: 'attempt-entry month-grid repeat-form sidebar-section subtask-row task-history task-tray',
  },
  CloseIcon: {
    means: 'to close or take away',
    in: 'bulk-bar condition-row dialog filter-builder meanings place-search reminders-popup sheet task-panel toast-viewport',
  },
  CommandIcon: { means: 'commands', in: 'app-shell shortcut-commands' },
  CompletedIcon: {
    means: 'completed',
    in: 'bulk-bar shortcut-commands sidebar use-place-commands',
  },
  DuplicateIcon: { means: 'to copy', in: 'use-copy-commands use-own-place-commands' },
  EditIcon: { means: 'to edit', in: 'shortcut-commands use-own-place-commands' },
  FlagIcon: { means: 'the priority', in: 'add-chips bulk-bar shortcut-commands' },
  HandleIcon: { means: 'to drag', in: 'subtask-row' },
  InboxIcon: {
    means: 'the inbox',
    in: 'bottom-bar list-picker owned-choice sidebar task-field-list use-place-commands',
  },
  LeaveIcon: { means: 'to sign out', in: 'use-account-commands' },
  ListIcon: {
    means: 'the list',
    in: 'add-chips bulk-bar row-actions shortcut-commands task-field-list',
  },
  MoreIcon: { means: 'more actions', in: 'place-menu row-actions shortcut-commands task-panel' },
  NoteIcon: { means: 'notes', in: 'shortcut-commands task-details' },
  OutsideIcon: { means: 'leads out of the app', in: 'api-dialog' },
  PlusIcon: {
    means: 'to add',
    in: 'add-subtask bottom-bar filter-builder new-commands own-section picker quick-add shortcut-commands',
  },
  RepeatIcon: {
    means: 'repeats',
    in: 'bulk-bar import-preview shortcut-commands task-details task-field-list',
  },
  RestoreIcon: { means: 'to restore', in: 'bulk-bar deleted-lists task-editor trash-row-end' },
  SearchIcon: {
    means: 'to search',
    in: 'bottom-bar palette place-search search-field shortcut-commands sidebar',
  },
  SettingsIcon: { means: 'settings', in: 'use-account-commands' },
  SidebarIcon: { means: 'the sidebar', in: 'app-shell sheet-button' },
  StartIcon: { means: 'the start', in: 'task-field-list' },
  TagIcon: {
    means: 'a tag',
    in: 'add-chips bulk-bar row-actions shortcut-commands sidebar task-field-list use-place-commands',
  },
  TodayIcon: { means: 'today', in: 'bottom-bar shortcut-commands sidebar use-place-commands' },
  TrashIcon: {
    means: 'the trash, and to delete',
    in: 'app-palette bulk-bar deleted-lists shortcut-commands sidebar trash-row-end use-own-place-commands use-place-commands',
  },
  UndoIcon: { means: 'to undo', in: 'shortcut-commands' },
  UpcomingIcon: { means: 'the place Upcoming', in: 'sidebar use-place-commands' },
  UpDownIcon: { means: 'a list opens here', in: 'account-menu search-select-field select' },
  ViewIcon: { means: 'a view', in: 'sidebar use-place-commands' },
}

const root = join(import.meta.dirname, '../..')

test('every use of an icon is one that its meaning fits', () => {
  const uses = globSync('**/*.tsx', { cwd: root }).flatMap((path) => {
    const named = readFileSync(join(root, path), 'utf8').matchAll(/<([A-Z]\w*Icon)\b/g)
    return [...named].map(([, icon]) => `${icon} in ${basename(path, '.tsx')}`)
  })
  const told = Object.entries(meanings).flatMap(([icon, { in: files }]) =>
    files.split(' ').map((file) => `${icon} in ${file}`),
  )
  expect([...new Set(uses)].toSorted()).toEqual(told.toSorted())
})

test('no two icons are drawn alike', () => {
  const drawings = ['icons.tsx', 'more-icons.tsx'].flatMap((file) =>
    [
      ...readFileSync(join(import.meta.dirname, file), 'utf8').matchAll(
        /<Icon \{[^>]*>(.*?)<\/Icon>/gs,
      ),
    ].map(([, drawing]) => drawing?.replaceAll(/\s+/g, ' ')),
  )
  expect(new Set(drawings).size).toBe(drawings.length)
  expect(drawings.length).toBe(Object.keys(meanings).length)
})
