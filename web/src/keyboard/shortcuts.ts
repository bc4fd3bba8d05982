export type Shortcut = {
  /**
   * What to press; each entry does the same. Keys pressed one after another are separated by a space
   * (`g i`), those held together are joined (`mod+z`, where `mod` is ⌘ or Ctrl).
   */
  keys: readonly string[]
  /** Works while somebody types, too. */
  whileTyping?: boolean
  /** Works in an empty field, too, where the key does nothing by itself. */
  whileEmpty?: boolean
  /** Opens a field or a dialog that gets the keys pressed next. */
  opens?: boolean
  /** Repeats as long as its keys are held down; the others act once. */
  whileHeld?: boolean
}

/** The whole keyboard map, and the only place where keys are assigned. */
export const shortcuts = {
  add: { keys: ['q', 'c'], opens: true },
  search: { keys: ['/'], opens: true },
  palette: { keys: ['mod+k'], whileTyping: true, opens: true },
  undo: { keys: ['mod+z'], whileEmpty: true },
  redo: { keys: ['mod+shift+z', 'mod+y'], whileEmpty: true },
  back: { keys: ['escape'], whileTyping: true },
  help: { keys: ['?'], opens: true },
  goInbox: { keys: ['g i'] },
  goToday: { keys: ['g t'] },
  goUpcoming: { keys: ['g u'] },
  goAll: { keys: ['g a'] },
  goCompleted: { keys: ['g c'] },
  showReminders: { keys: ['g b'], opens: true },
  next: { keys: ['j', 'arrowdown'], whileHeld: true },
  previous: { keys: ['k', 'arrowup'], whileHeld: true },
  open: { keys: ['enter'] },
  rename: { keys: ['f2'], opens: true },
  complete: { keys: ['e', 'space'] },
  due: { keys: ['d'], opens: true },
  start: { keys: ['f'], opens: true },
  repeat: { keys: ['r'], opens: true },
  reminders: { keys: ['b'], opens: true },
  list: { keys: ['l'], opens: true },
  tags: { keys: ['t'], opens: true },
  priority: { keys: ['p'], opens: true },
  menu: { keys: ['m'], opens: true },
  notes: { keys: ['n'], opens: true },
  subtask: { keys: ['s'], opens: true },
  dueToday: { keys: ['y'] },
  dueTomorrow: { keys: ['shift+y'] },
  dueNextWeek: { keys: ['w'] },
  dueLater: { keys: ['+', '='] },
  dueEarlier: { keys: ['-'] },
  noDue: { keys: ['shift+d'] },
  priorityUrgent: { keys: ['1'] },
  priorityHigh: { keys: ['2'] },
  priorityMedium: { keys: ['3'] },
  priorityLow: { keys: ['4'] },
  priorityNone: { keys: ['0'] },
  trash: { keys: ['backspace', 'delete'] },
  moveUp: { keys: ['alt+arrowup'], whileHeld: true },
  moveDown: { keys: ['alt+arrowdown'], whileHeld: true },
  indent: { keys: ['tab'] },
  outdent: { keys: ['shift+tab'] },
  select: { keys: ['x'] },
  extendDown: { keys: ['shift+j', 'shift+arrowdown'], whileHeld: true },
  extendUp: { keys: ['shift+k', 'shift+arrowup'], whileHeld: true },
  selectAll: { keys: ['mod+a'] },
  selectOverdue: { keys: ['o'] },
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
  const spellsShift = press.shiftKey && (isMod || press.altKey || !isSign)
  return [isMod && 'mod', press.altKey && 'alt', spellsShift && 'shift', key]
    .filter(Boolean)
    .join('+')
}

/**
 * What the keys pressed so far mean: the shortcuts they complete, or that one of them has begun. A
 * key that continues no sequence counts as the first of a new one.
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
