import { type Excess, findExcess } from './excess.ts'

// The rules for the tree of a person's tasks, however a task gets its list and parent: by create, move, undo
// or import.

/** A list that a task can be in. */
export type TreeList = {
  isTrashed: boolean
}

/** A task that others can be under. */
export type TreeParent = {
  id: string
  listId: string
  isTrashed: boolean
  /** The ids of the tasks above it, as far as the tree may go. */
  ancestorIds: readonly string[]
  /** How many tasks outside the trash are directly under it. */
  subtaskCount: number
}

/** A task with its possible list and parent. */
export type TreeTask = {
  /** The task's own. */
  id: string
  isTrashed: boolean
  /** Undefined: its parent's. */
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

/** Why a task can't have this list or parent, with a message for people. */
export type TreeProblem = {
  rule: TreeRule
  message: string
}

/** All reasons why a task can't have this list and parent, except their limits; none when it can. */
export function judgeListAndParent({
  id,
  isTrashed,
  listId,
  list,
  parent,
}: TreeTask): TreeProblem[] {
  const rules: TreeRule[] = []
  if (list?.isTrashed && !isTrashed) rules.push('list-in-trash')
  if (parent?.isTrashed && !isTrashed) rules.push('parent-in-trash')
  if (parent && listId !== undefined && listId !== parent.listId) rules.push('other-list')
  if (parent && (parent.id === id || parent.ancestorIds.includes(id))) rules.push('under-itself')
  return rules.map((rule) => ({ rule, message: messages[rule] }))
}

/** The tasks that are added under a parent. */
export type Arrival = {
  /** How many tasks outside the trash are added directly under it. */
  count: number
  /** How many levels there are under the deepest of them; 0 if none has subtasks. */
  levels: number
}

/** Which limit they would exceed, if any. */
export function judgeRoom(parent: TreeParent, { count, levels }: Arrival): Excess | undefined {
  return (
    findExcess('subtaskDepth', parent.ancestorIds.length + 1 + levels) ??
    findExcess('subtasks', parent.subtaskCount + count)
  )
}
