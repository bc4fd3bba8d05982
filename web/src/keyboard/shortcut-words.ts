import type { ShortcutId } from './shortcuts.ts'

export const shortcutGroups = ['Anywhere', 'Go to', 'The task in focus', 'Several tasks'] as const

export type ShortcutGroup = (typeof shortcutGroups)[number]

export type ShortcutWords = { label: string; group: ShortcutGroup }

/** What each shortcut does, in words, as `?` and the palette show it. No page needs them at first. */
export const shortcutWords: Record<ShortcutId, ShortcutWords> = {
  add: { label: 'Add a task', group: 'Anywhere' },
  search: { label: 'Search', group: 'Anywhere' },
  palette: { label: 'Commands: every place and action', group: 'Anywhere' },
  undo: { label: 'Undo', group: 'Anywhere' },
  redo: { label: 'Redo', group: 'Anywhere' },
  back: { label: 'Clear selection, close, go back', group: 'Anywhere' },
  help: { label: 'Keyboard shortcuts', group: 'Anywhere' },
  goInbox: { label: 'Inbox', group: 'Go to' },
  goToday: { label: 'Today', group: 'Go to' },
  goUpcoming: { label: 'Upcoming', group: 'Go to' },
  goAll: { label: 'All', group: 'Go to' },
  goCompleted: { label: 'Completed', group: 'Go to' },
  showReminders: { label: 'Show reminders', group: 'Anywhere' },
  next: { label: 'Next task', group: 'The task in focus' },
  previous: { label: 'Previous task', group: 'The task in focus' },
  open: { label: 'Open', group: 'The task in focus' },
  rename: { label: 'Edit the title in its row', group: 'The task in focus' },
  complete: { label: 'Complete or reopen', group: 'The task in focus' },
  due: { label: 'Due date', group: 'The task in focus' },
  start: { label: 'Start date: hide until then', group: 'The task in focus' },
  repeat: { label: 'Repeat', group: 'The task in focus' },
  reminders: { label: 'Remind me', group: 'The task in focus' },
  list: { label: 'Move to a list', group: 'The task in focus' },
  tags: { label: 'Tags', group: 'The task in focus' },
  priority: { label: 'Priority', group: 'The task in focus' },
  menu: { label: 'All actions', group: 'The task in focus' },
  notes: { label: 'Edit the notes', group: 'The task in focus' },
  subtask: { label: 'Add a subtask', group: 'The task in focus' },
  dueToday: { label: 'Due today', group: 'The task in focus' },
  dueTomorrow: { label: 'Due tomorrow', group: 'The task in focus' },
  dueNextWeek: { label: 'Due next week', group: 'The task in focus' },
  dueLater: { label: 'Due a day later', group: 'The task in focus' },
  dueEarlier: { label: 'Due a day earlier', group: 'The task in focus' },
  noDue: { label: 'No due date', group: 'The task in focus' },
  priorityUrgent: { label: 'Urgent', group: 'The task in focus' },
  priorityHigh: { label: 'High priority', group: 'The task in focus' },
  priorityMedium: { label: 'Medium priority', group: 'The task in focus' },
  priorityLow: { label: 'Low priority', group: 'The task in focus' },
  priorityNone: { label: 'No priority', group: 'The task in focus' },
  trash: { label: 'Move to the trash', group: 'The task in focus' },
  moveUp: { label: 'Move up', group: 'The task in focus' },
  moveDown: { label: 'Move down', group: 'The task in focus' },
  indent: {
    label: 'Indent',
    group: 'The task in focus',
  },
  outdent: {
    label: 'Outdent',
    group: 'The task in focus',
  },
  select: { label: 'Select or deselect', group: 'Several tasks' },
  extendDown: { label: 'Extend selection down', group: 'Several tasks' },
  extendUp: { label: 'Extend selection up', group: 'Several tasks' },
  selectAll: { label: 'Select all tasks', group: 'Several tasks' },
  selectOverdue: { label: 'Select all that are overdue', group: 'Several tasks' },
}
