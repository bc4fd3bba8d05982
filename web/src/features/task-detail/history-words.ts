import { formatDay, formatTime } from '@tend/server/domain/dates/format-date'
import { priorities } from '@tend/server/domain/priority'
import { parseRecurrenceRule } from '@tend/server/domain/recurrence/parse'
import { describeRecurrence } from '@tend/server/domain/recurrence/sentence'
import { priorityChoices } from '../../task-fields/priorities.ts'
import { dayIn } from '../../time/calendar.ts'
import type { Reader } from '../../time/due-words.ts'

export type HistoryChange = { field: string; before?: string | null; after?: string | null }

export type HistoryEntry = {
  operation: 'CREATED' | 'CHANGED' | 'DELETED'
  actor: {
    kind: 'SESSION' | 'TOKEN' | 'SYSTEM'
    isCurrent: boolean
    device?: string | null
    tokenName?: string | null
  }
  changes: readonly HistoryChange[]
}

/** The names of what an entry knows by its id alone. */
export type Names = {
  list: (id: string) => string | undefined
  tag: (id: string) => string | undefined
}

/** What one mutation did to a task, a few words for each part: "Renamed to “x”", "Due Fri". */
export function describeEntry(entry: HistoryEntry, names: Names, reader: Reader): string[] {
  if (entry.operation === 'CREATED') return ['Written down']
  if (entry.operation === 'DELETED') return ['Deleted for good']
  const fields = new Map(entry.changes.map((change) => [change.field, change]))
  const parts = entry.changes.flatMap((change) => describeChange(change, fields, names, reader))
  return parts.length > 0 ? parts : ['Changed']
}

/** Whose hand it was: "You", "You, on Safari on iPhone", "The token “backup”". */
export function describeActor({
  kind,
  isCurrent,
  device,
  tokenName,
}: HistoryEntry['actor']): string {
  if (kind === 'SYSTEM') return 'Tend itself'
  if (kind === 'TOKEN') return tokenName ? `The token “${tokenName}”` : 'An access token'
  return isCurrent || !device ? 'You' : `You, on ${device}`
}

function describeChange(
  { field, before, after }: HistoryChange,
  fields: ReadonlyMap<string, HistoryChange>,
  names: Names,
  reader: Reader,
): string[] {
  switch (field) {
    case 'title':
      return [`Renamed to “${after}”`]
    case 'description':
      return [after ? (before ? 'Notes changed' : 'Notes added') : 'Notes removed']
    case 'listId':
      return [`Moved to ${quote(names.list(after ?? '')) ?? 'another list'}`]
    case 'parentId':
      return [after ? 'Made a subtask' : 'Made a task of its own']
    case 'position':
      return fields.size === 1 ? ['Moved in its order'] : []
    case 'priority':
      return [describePriority(after)]
    case 'startOn':
      return [after ? `Starts ${sayDay(after, reader)}` : 'Starts any time']
    case 'dueOn':
      return [after ? `Due ${sayDay(after, reader)}${sayTime(fields, reader)}` : 'No due date']
    case 'dueTime':
      if (fields.has('dueOn')) return []
      return [after ? `Due at ${formatTime(after.slice(0, 5), reader.formats)}` : 'No due time']
    case 'recurrenceRule':
      return [describeRepeat(after, fields)]
    case 'completedAt':
      return [after ? 'Completed' : 'Reopened']
    case 'deletedAt':
      return [after ? 'Moved to the trash' : 'Restored']
    case 'tags':
      return [
        after
          ? `Tagged ${quote(names.tag(after)) ?? 'with a tag that is gone'}`
          : `Took off ${quote(names.tag(before ?? '')) ?? 'a tag that is gone'}`,
      ]
    default:
      // What follows from the rest: the zone of a time, where a repeat is counted from.
      return []
  }
}

function describePriority(after: string | null | undefined): string {
  const priority = priorities[Number(after)] ?? 'NONE'
  return priorityChoices.find(({ value }) => value === priority)?.done ?? 'No priority'
}

function describeRepeat(
  after: string | null | undefined,
  fields: ReadonlyMap<string, HistoryChange>,
): string {
  if (!after) return 'Doesn’t repeat any more'
  const parsed = parseRecurrenceRule(after)
  if (!parsed.ok) return 'Repeats in another way'
  const basis = fields.get('recurrenceBasis')?.after
  return `Repeats ${describeRecurrence(parsed.rule, basis === 'completion' ? 'COMPLETION' : 'SCHEDULE')}`
}

function sayDay(day: string, { now, timeZone, formats }: Reader): string {
  return formatDay(day, dayIn(timeZone, now), formats)
}

function sayTime(fields: ReadonlyMap<string, HistoryChange>, { formats }: Reader): string {
  const time = fields.get('dueTime')?.after
  return time ? `, ${formatTime(time.slice(0, 5), formats)}` : ''
}

function quote(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `“${name}”`
}
