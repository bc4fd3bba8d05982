import type { Task } from '../task.queries.ts'
import type { Creation } from './task-creation.queries.ts'
import type { Draft } from './task-draft.ts'

/**
 * Whether a stored task was made from the same input as a draft. What the input leaves open (the
 * list, the zone of a due time) may have been filled in otherwise at the time.
 */
export function isSameCreation(
  draft: Draft,
  creation: Creation | undefined,
  stored: Task,
  storedTagIds: readonly string[],
): boolean {
  // Without the log, what is stored now is the best that is known.
  const row = creation?.row ?? rowOf(stored)
  const tagIds = creation?.tagIds ?? new Set(storedTagIds)
  const { content, input } = draft
  const sameTags = tagIds.symmetricDifference(draft.tagIds).size === 0
  return (
    sameTags &&
    row.title === content.title &&
    row.description === content.description &&
    row.priority === content.priority &&
    row.start_on === content.startOn &&
    row.due_on === content.dueOn &&
    row.due_time === content.dueTime &&
    row.recurrence_rule === content.recurrenceRule &&
    row.recurrence_basis === content.recurrenceBasis &&
    row.parent_id === (input.parentId?.toLowerCase() ?? null) &&
    (input.dueTimeZone == null || row.due_time_zone === content.dueTimeZone) &&
    (input.listId == null || row.list_id === input.listId.toLowerCase())
  )
}

function rowOf(task: Task): Creation['row'] {
  return {
    title: task.title,
    description: task.description,
    priority: task.priority,
    start_on: task.startOn,
    due_on: task.dueOn,
    due_time: task.dueTime,
    due_time_zone: task.dueTimeZone,
    recurrence_rule: task.recurrenceRule,
    recurrence_basis: task.recurrenceBasis,
    parent_id: task.parentId,
    list_id: task.listId,
  }
}
