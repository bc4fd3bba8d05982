import { formatDay, formatTime } from '@tend/server/domain/dates/format-date'
import { priorities } from '@tend/server/domain/priority'
import { parseRecurrenceRule } from '@tend/server/domain/recurrence/parse'
import { describeRecurrence } from '@tend/server/domain/recurrence/sentence'
import type { HistoryField } from '@tend/server/domain/task-fields/field-types'
import { priorityChoices } from '../../task-fields/priorities.ts'
import { dayIn } from '../../time/calendar.ts'
import type { UserClock } from '../../time/due-words.ts'

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

/** The names of what an entry has only the id of. */
export type Names = {
  list: (id: string) => string | undefined
  tag: (id: string) => string | undefined
}

/** What one mutation did to a task, a few words for each part: "Renamed to “x”", "Due Fri". */
export function describeEntry(entry: HistoryEntry, names: Names, clock: UserClock): string[] {
  if (entry.operation === 'CREATED') return ['Created']
  if (entry.operation === 'DELETED') return ['Deleted for good']
  const fields = new Map(entry.changes.map((change) => [change.field, change]))
  const parts = entry.changes.flatMap((change) => describeChange(change, { fields, names, clock }))
  return parts.length > 0 ? parts : ['Changed']
}

/** Who did it: "You", "You, on Safari on iPhone", "The token “backup”". */
export function describeActor({
  kind,
  isCurrent,
  device,
  tokenName,
}: HistoryEntry['actor']): string {
  if (kind === 'SYSTEM') return 'Tend'
  if (kind === 'TOKEN') return tokenName ? `The token “${tokenName}”` : 'An access token'
  return isCurrent || !device ? 'You' : `You, on ${device}`
}

/** What is known besides the change itself: what else the same mutation changed, and how to say things. */
type ChangeContext = { fields: ReadonlyMap<string, HistoryChange>; names: Names; clock: UserClock }

type Describe = (change: HistoryChange, context: ChangeContext) => string | undefined

/** Described with another field: the zone with its time, the start of a repeat with its rule. */
const alongside: Describe = () => undefined

/** Every field that the log records, so that this compiles only when a new one has its words. */
const words: Readonly<Record<HistoryField | 'tags', Describe>> = {
  title: ({ after }) => `Renamed to “${after}”`,
  description: ({ before, after }) =>
    after ? (before ? 'Notes changed' : 'Notes added') : 'Notes removed',
  listId: ({ after }, { names }) => `Moved to ${quote(names.list(after ?? '')) ?? 'another list'}`,
  parentId: ({ after }) => (after ? 'Made a subtask' : 'Made a task of its own'),
  position: (_, { fields }) => (fields.size === 1 ? 'Reordered' : undefined),
  priority: ({ after }) => describePriority(after),
  startOn: ({ after }, { clock }) => (after ? `Starts ${sayDay(after, clock)}` : 'Starts any time'),
  dueOn: ({ after }, { fields, clock }) =>
    after ? `Due ${sayDay(after, clock)}${sayTime(fields, clock)}` : 'No due date',
  dueTime({ after }, { fields, clock }) {
    if (fields.has('dueOn')) return undefined
    return after ? `Due at ${formatTime(after.slice(0, 5), clock.formats)}` : 'No due time'
  },
  dueTimeZone: alongside,
  recurrenceRule: ({ after }, { fields }) => describeRepeat(after, fields),
  recurrenceBasis: alongside,
  recurrenceStart: alongside,
  recurrenceOn: alongside,
  reminders: ({ before, after }) =>
    after ? (before ? 'Reminders changed' : 'Reminder set') : 'Reminders removed',
  repeatsTaskId: alongside,
  completedAt: ({ after }) => (after ? 'Completed' : 'Reopened'),
  deletedAt: ({ after }) => (after ? 'Moved to the trash' : 'Restored'),
  tags: ({ before, after }, { names }) =>
    after
      ? `Tagged ${quote(names.tag(after)) ?? 'with a deleted tag'}`
      : `Removed ${quote(names.tag(before ?? '')) ?? 'a deleted tag'}`,
}

function describeChange(change: HistoryChange, context: ChangeContext): string[] {
  // An API that is newer than this page may send other fields.
  const describe = (words as Readonly<Record<string, Describe>>)[change.field]
  const text = describe?.(change, context)
  return text === undefined ? [] : [text]
}

function describePriority(after: string | null | undefined): string {
  const priority = priorities[Number(after)] ?? 'NONE'
  return priorityChoices.find(({ value }) => value === priority)?.done ?? 'No priority'
}

function describeRepeat(
  after: string | null | undefined,
  fields: ReadonlyMap<string, HistoryChange>,
): string {
  if (!after) return 'No longer repeats'
  const parsed = parseRecurrenceRule(after)
  if (!parsed.ok) return 'Repeat changed'
  const basis = fields.get('recurrenceBasis')?.after
  return `Repeats ${describeRecurrence(parsed.rule, basis === 'completion' ? 'COMPLETION' : 'SCHEDULE')}`
}

function sayDay(day: string, { now, timeZone, formats }: UserClock): string {
  return formatDay(day, dayIn(timeZone, now), formats)
}

function sayTime(fields: ReadonlyMap<string, HistoryChange>, { formats }: UserClock): string {
  const time = fields.get('dueTime')?.after
  return time ? `, ${formatTime(time.slice(0, 5), formats)}` : ''
}

function quote(name: string | undefined): string | undefined {
  return name === undefined ? undefined : `“${name}”`
}
