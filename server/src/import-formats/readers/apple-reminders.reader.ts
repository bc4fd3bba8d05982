import { toDue, toInstant } from '../draft/moments.ts'
import { NamedLists } from '../draft/named-lists.ts'
import { PathKeys } from '../draft/path-keys.ts'
import { listKnown, reportUnknown } from '../draft/report-unknown.ts'
import { type JsonObject, toObject, toObjects, toText, toTexts } from '../files/json-values.ts'
import type { Reading, SourceReader } from '../source-reader.ts'

const fields = {
  list: 'List',
  title: 'Title',
  notes: 'Notes',
  due: 'Due date',
  allDay: 'Whether only the day counts',
  priority: 'Priority: High, Medium, Low, None',
  flagged: 'Priority Urgent',
  tags: 'Tags: a list, or a text with commas',
  parent: 'Subtask of the one with this title in its list',
  section: 'Section: a list of its own, or a tag',
  repeats: 'Repeat, in English or as a rule',
  completed: 'Completed',
  completedAt: 'When it was completed',
  createdAt: 'When it was created',
  url: 'Notes: `Link`',
  id: 'Keeps it the same task when it is imported again',
}
const known = listKnown(fields, ['app'])
const priorities: Readonly<Record<string, number>> = { high: 3, medium: 2, low: 1 }

/** What the shortcut of `docs/import.md` writes: a list of reminders, or one a line. */
export const appleRemindersReader: SourceReader = {
  source: 'apple',
  fields,
  recognizes: ({ json }) => listReminders(json).length > 0,
  read(file, reading) {
    const keys = new PathKeys()
    const lists = new NamedLists(reading.draft.lists)
    const byTitle = new Map<string, string>()
    for (const reminder of listReminders(file.json)) {
      const list = lists.add(toText(reminder.list)?.trim() ?? 'Reminders')
      readReminder(reminder, { list, keys, byTitle }, reading)
    }
  },
}

function listReminders(json: unknown): JsonObject[] {
  const { app, reminders } = toObject(json)
  if (app === 'Apple Reminders') return toObjects(reminders)
  return toObjects(json).filter(
    (item) => 'title' in item && 'list' in item && !('importance' in item),
  )
}

type Known = { list: string; keys: PathKeys; byTitle: Map<string, string> }

function readReminder(
  reminder: JsonObject,
  { list, keys, byTitle }: Known,
  { draft, report, context }: Reading,
): void {
  reportUnknown(Object.keys(reminder), known, report)
  const title = toText(reminder.title) ?? ''
  const key = toText(reminder.id) ?? keys.make(list, title)
  byTitle.set(JSON.stringify([list, title]), key)
  const due = toDue(toText(reminder.due), context.timeZone)
  const repeats = toText(reminder.repeats)
  const url = toText(reminder.url)
  const written = reminder.tags
  const createdAt = toInstant(toText(reminder.createdAt), context.timeZone)
  draft.tasks.push({
    ...{ key, list, title, notes: toText(reminder.notes), createdAt },
    parent: byTitle.get(JSON.stringify([list, toText(reminder.parent)])),
    section: toText(reminder.section),
    due: due && isTrue(reminder.allDay) ? { day: due.day } : due,
    priority: isTrue(reminder.flagged)
      ? 4
      : (priorities[toText(reminder.priority)?.toLowerCase() ?? ''] ?? 0),
    tags: (typeof written === 'string' ? written.split(/[,\n]/) : toTexts(written)).map((tag) =>
      tag.trim().replace(/^#/, ''),
    ),
    ...(repeats && { repeats: /FREQ=/i.test(repeats) ? { rule: repeats } : { text: repeats } }),
    extras: url ? [['Link', url]] : [],
    completedAt: isTrue(reminder.completed)
      ? (toInstant(toText(reminder.completedAt), context.timeZone) ?? context.now)
      : undefined,
  })
}

/** Shortcuts writes what is true as "Yes" or 1. */
function isTrue(value: unknown): boolean {
  return (
    value === true || value === 1 || (typeof value === 'string' && /^(?:yes|true|1)$/i.test(value))
  )
}
