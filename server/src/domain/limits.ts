import type { TextRule } from './text.ts'

/** The rule of each text a person writes, ready for `checkText`. */
export const textLimits = {
  taskTitle: { name: 'title', min: 1, max: 500, multiline: false },
  taskDescription: { name: 'description', min: 0, max: 50_000, multiline: true },
  listName: { name: 'list name', min: 1, max: 100, multiline: false },
  tagName: { name: 'tag name', min: 1, max: 100, multiline: false },
  viewName: { name: 'view name', min: 1, max: 100, multiline: false },
  searchText: { name: 'search', min: 1, max: 200, multiline: false },
} as const satisfies Record<string, TextRule>

/** Levels of subtasks under a task: the deepest has this many ancestors. */
export const maxSubtaskDepth = 5

export const maxTagsPerTask = 50

/** How many objects one bulk mutation may name, and how few. */
export const bulkSize = { min: 1, max: 1000 } as const

/** How many objects a page of a connection holds. */
export const pageSize = { min: 1, max: 100, default: 50 } as const

/** How long undo, redo and the trash reach back. */
export const trashDays = 30

/** How long a change stays in the log. */
export const changeLogDays = 90

/** How long the answer to an idempotency key is kept. */
export const idempotencyHours = 24
