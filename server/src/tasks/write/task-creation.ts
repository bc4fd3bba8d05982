import type { Reminders } from '../../domain/reminders/change-reminders.ts'
import { isSameTime, type Reminder } from '../../domain/reminders/reminder.ts'
import {
  type ContentField,
  columnOf,
  contentFields,
  type NamedInput,
  taskFieldNames,
} from '../../domain/task-fields/field-types.ts'
import { taskFields } from '../../domain/task-fields/task-fields.ts'
import type { Task } from '../task.queries.ts'
import type { Creation } from './task-creation.queries.ts'
import type { Draft } from './task-draft.ts'

/**
 * Whether a stored task was created from the same input as a draft. Defaults for what the input leaves open
 * (the list, the zone of a due time) may have been different then.
 */
export function isSameCreation(
  draft: Draft,
  creation: Creation | undefined,
  stored: Task,
  storedTagIds: readonly string[],
): boolean {
  // Without the log, the present row is the best that is known.
  const row = creation?.row ?? rowOf(stored)
  const tagIds = creation?.tagIds ?? new Set(storedTagIds)
  const { input } = draft
  const sameTags = tagIds.symmetricDifference(draft.tagIds).size === 0
  return (
    sameTags &&
    contentFields.every((field) => isSameField(field, row, draft)) &&
    row.parent_id === (input.parentId?.toLowerCase() ?? null) &&
    (input.listId == null || row.list_id === input.listId.toLowerCase())
  )
}

function isSameField(field: ContentField, row: Creation['row'], draft: Draft): boolean {
  const { content: origin } = taskFields[field]
  if (origin === 'counted' || origin === 'derived') return true
  const isLeftOpen = origin === 'defaulted' && draft.input[field as NamedInput] == null
  // A field that is newer than the log entry isn't in it.
  const value = row[columnOf(field)] ?? null
  if (field === 'reminders') return hasSameReminders(value as Reminders, draft)
  return isLeftOpen || value === draft.content[field]
}

/** Ids and zones that the input left open may have been others then. */
function hasSameReminders(stored: Reminders, { input, content: { reminders } }: Draft): boolean {
  if ((stored?.length ?? 0) !== (reminders?.length ?? 0)) return false
  return (reminders ?? []).every((reminder) =>
    stored?.some(
      (other) =>
        isSameTime({ ...reminder, timeZone: other.timeZone } as Reminder, other) &&
        (other.id === reminder.id || !input.reminders?.some(({ id }) => id != null)),
    ),
  )
}

function rowOf(task: Task): Creation['row'] {
  return Object.fromEntries(taskFieldNames.map((field) => [columnOf(field), task[field]]))
}
