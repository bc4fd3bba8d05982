export type ShortcutGroup = 'Anywhere' | 'Go to' | 'The task in focus' | 'Several tasks'

export type Shortcut = {
  /**
   * What to press; each entry does the same. Keys pressed one after another stand apart (`g i`), those
   * held together are joined (`mod+z`, where `mod` is ⌘ or Ctrl).
   */
  keys: readonly string[]
  label: string
  group: ShortcutGroup
  /** Works while somebody types, too. */
  whileTyping?: boolean
}

/** The whole keyboard map: what `?` shows, and the only place where keys are given out. */
export const shortcuts = {
  add: { keys: ['q', 'c'], label: 'Add a task', group: 'Anywhere' },
  search: { keys: ['/'], label: 'Search', group: 'Anywhere' },
  palette: {
    keys: ['mod+k'],
    label: 'Commands: every place and action',
    group: 'Anywhere',
    whileTyping: true,
  },
  undo: { keys: ['mod+z'], label: 'Undo', group: 'Anywhere' },
  redo: { keys: ['mod+shift+z', 'mod+y'], label: 'Redo', group: 'Anywhere' },
  back: {
    keys: ['escape'],
    label: 'Back: select none, close the task, leave a field',
    group: 'Anywhere',
    whileTyping: true,
  },
  help: { keys: ['?'], label: 'Keyboard shortcuts', group: 'Anywhere' },
  goInbox: { keys: ['g i'], label: 'Inbox', group: 'Go to' },
  goToday: { keys: ['g t'], label: 'Today', group: 'Go to' },
  goUpcoming: { keys: ['g u'], label: 'Upcoming', group: 'Go to' },
  goAll: { keys: ['g a'], label: 'All', group: 'Go to' },
  goCompleted: { keys: ['g c'], label: 'Completed', group: 'Go to' },
  next: { keys: ['j', 'arrowdown'], label: 'Next task', group: 'The task in focus' },
  previous: { keys: ['k', 'arrowup'], label: 'Previous task', group: 'The task in focus' },
  open: { keys: ['enter'], label: 'Open', group: 'The task in focus' },
  rename: { keys: ['f2'], label: 'Edit the title in its row', group: 'The task in focus' },
  complete: { keys: ['e', 'space'], label: 'Complete or reopen', group: 'The task in focus' },
  due: { keys: ['d'], label: 'Due date', group: 'The task in focus' },
  repeat: { keys: ['r'], label: 'Repeat', group: 'The task in focus' },
  moveToList: { keys: ['l'], label: 'Move to a list', group: 'The task in focus' },
  tags: { keys: ['t'], label: 'Tags', group: 'The task in focus' },
  priorityUrgent: { keys: ['1'], label: 'Urgent', group: 'The task in focus' },
  priorityHigh: { keys: ['2'], label: 'High priority', group: 'The task in focus' },
  priorityMedium: { keys: ['3'], label: 'Medium priority', group: 'The task in focus' },
  priorityLow: { keys: ['4'], label: 'Low priority', group: 'The task in focus' },
  priorityNone: { keys: ['0'], label: 'No priority', group: 'The task in focus' },
  trash: { keys: ['backspace', 'delete'], label: 'Move to the trash', group: 'The task in focus' },
  moveUp: { keys: ['alt+arrowup'], label: 'Move up', group: 'The task in focus' },
  moveDown: { keys: ['alt+arrowdown'], label: 'Move down', group: 'The task in focus' },
  indent: {
    keys: ['tab'],
    label:
      'Make it a subtask of the one above, right after J, K or an arrow key; Esc gives Tab back',
    group: 'The task in focus',
  },
  outdent: {
    keys: ['shift+tab'],
    label: 'Take it out of the task it is under, in the same way',
    group: 'The task in focus',
  },
  select: { keys: ['x'], label: 'Select, or give up', group: 'Several tasks' },
  extendDown: {
    keys: ['shift+j', 'shift+arrowdown'],
    label: 'Select the next one too',
    group: 'Several tasks',
  },
  extendUp: {
    keys: ['shift+k', 'shift+arrowup'],
    label: 'Select the one before too',
    group: 'Several tasks',
  },
  selectAll: { keys: ['mod+a'], label: 'Select all tasks', group: 'Several tasks' },
} as const satisfies Record<string, Shortcut>

export type ShortcutId = keyof typeof shortcuts

/** What an event says was pressed, as `Shortcut.keys` spells it. */
export type KeyPress = {
  key: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
}

/** Spells a key as the map does: `mod+shift+z`, `?`, `space`. */
export function spellKey(press: KeyPress): string {
  const key = press.key === ' ' ? 'space' : press.key.toLowerCase()
  const isMod = press.ctrlKey || press.metaKey
  // A sign such as ? needs Shift on some keyboards and not on others.
  const isSign = key.length === 1 && key.toUpperCase() === key
  const tellsShift = press.shiftKey && (isMod || press.altKey || !isSign)
  return [isMod && 'mod', press.altKey && 'alt', tellsShift && 'shift', key]
    .filter(Boolean)
    .join('+')
}

/**
 * What the keys pressed so far mean: the shortcuts they complete, or that one of them has begun. A
 * key that goes on with nothing counts as the first of a new sequence.
 */
export function readKeys(before: string, key: string): { ids: ShortcutId[]; pending: string } {
  const sequence = before ? `${before} ${key}` : key
  const ids = entries.filter(([, { keys }]) => keys.includes(sequence)).map(([id]) => id)
  if (ids.length > 0) return { ids, pending: '' }
  const begins = entries.some(([, { keys }]) => keys.some((all) => all.startsWith(`${sequence} `)))
  if (begins) return { ids: [], pending: sequence }
  return before ? readKeys('', key) : { ids: [], pending: '' }
}

const entries = Object.entries(shortcuts) as [ShortcutId, Shortcut][]
