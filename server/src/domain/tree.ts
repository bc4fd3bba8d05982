import { type Excess, findExcess } from './excess.ts'

// What the tree of somebody's tasks may look like, whichever way a task comes into its place: made,
// moved, taken back or imported.

/** A list that a task can be in. */
export type TreeList = {
  isTrashed: boolean
}

/** A task that others can be under. */
export type TreeParent = {
  id: string
  listId: string
  isTrashed: boolean
  /** The ids of the tasks it is under itself, as far as the tree may go. */
  ancestorIds: readonly string[]
  /** How many tasks outside the trash are directly under it. */
  subtaskCount: number
}

/** A task and where it would be. */
export type TreePlace = {
  /** The task's own. */
  id: string
  isTrashed: boolean
  /** Undefined: whichever its parent is in. */
  listId?: string | undefined
  list?: TreeList | undefined
  parent?: TreeParent | undefined
}

export type TreeRule = 'list-in-trash' | 'parent-in-trash' | 'other-list' | 'under-itself'

const messages: Readonly<Record<TreeRule, string>> = {
  'list-in-trash': 'The list is in the trash. Restore it first.',
  'parent-in-trash': 'The parent is in the trash. Restore it first.',
  'other-list':
    'A subtask is in the same list as its parent, and this parent is in another one. Name no list, or another parent.',
  'under-itself': 'A task can’t be put under itself. Choose another parent.',
}

/** Why a task can't be in a place, and in words for a person. */
export type TreeProblem = {
  rule: TreeRule
  message: string
}

/** Everything that keeps a task out of a place, but for the room there; none when it can be there. */
export function judgePlace({ id, isTrashed, listId, list, parent }: TreePlace): TreeProblem[] {
  const rules: TreeRule[] = []
  if (list?.isTrashed && !isTrashed) rules.push('list-in-trash')
  if (parent?.isTrashed && !isTrashed) rules.push('parent-in-trash')
  if (parent && listId !== undefined && listId !== parent.listId) rules.push('other-list')
  if (parent && (parent.id === id || parent.ancestorIds.includes(id))) rules.push('under-itself')
  return rules.map((rule) => ({ rule, message: messages[rule] }))
}

/** What comes under a parent. */
export type Arrival = {
  /** How many tasks outside the trash come directly under it. */
  count: number
  /** How many levels there are under the deepest of them; 0 where none has subtasks. */
  levels: number
}

/** Why there is no room for them, if there is none. */
export function judgeRoom(parent: TreeParent, { count, levels }: Arrival): Excess | undefined {
  return (
    findExcess('subtaskDepth', parent.ancestorIds.length + 1 + levels) ??
    findExcess('subtasks', parent.subtaskCount + count)
  )
}
