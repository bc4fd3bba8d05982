import type { DraftDue, DraftReminder } from '../draft/draft.ts'
import { readTrigger, remindAt, remindFrom } from '../draft/draft-reminders.ts'
import { toDue, toInstant, toTimeZone } from '../draft/moments.ts'
import { PathKeys } from '../draft/path-keys.ts'
import { listKnown, reportUnknown } from '../draft/report-unknown.ts'
import {
  findProperty,
  type IcsComponent,
  type IcsProperty,
  readIcs,
  readIcsText,
} from '../files/ics-lines.ts'
import { toNumber } from '../files/json-values.ts'
import type { Reading, SourceReader } from '../source-reader.ts'

const fields = {
  UID: 'Keeps it the same task when it is imported again',
  SUMMARY: 'Title',
  DESCRIPTION: 'Notes',
  DUE: 'Due date, in its zone',
  DTSTART: 'Start, if it is before the due day',
  DURATION: 'Notes: `Duration`',
  COMPLETED: 'When it was completed',
  STATUS: 'Completed; cancelled ones are completed too',
  'PERCENT-COMPLETE': 'Completed at 100',
  PRIORITY: 'Priority: 1 Urgent, 2 to 4 High, 5 Medium, 6 to 9 Low',
  CATEGORIES: 'Tags',
  RRULE: 'Repeat',
  EXDATE: 'Reported: days that are skipped aren’t',
  'RECURRENCE-ID': 'Reported: a changed occurrence is left out',
  'RELATED-TO': 'Subtask of',
  CREATED: 'When it was created',
  'LAST-MODIFIED': 'When it was changed',
  DTSTAMP: 'When it was created, where CREATED is missing',
  LOCATION: 'Notes: `Location`',
  URL: 'Notes: `Link`',
  ATTACH: 'Attached files are left out',
  'X-APPLE-SORT-ORDER': 'Order',
  VALARM: 'Reminders; of one of a place, notes: `Reminder`',
  'CLASS, SEQUENCE, ORGANIZER, ATTENDEE, GEO, TRANSP, COLOR': 'Left out',
}
const known = listKnown(fields)

/** To-dos of a calendar file (RFC 5545): Apple Reminders, Nextcloud, Tasks.org, Thunderbird. */
export const calendarReader: SourceReader = {
  source: 'calendar',
  fields,
  recognizes: (file) => /^\s*BEGIN:V(?:CALENDAR|TODO)/i.test(file.text.slice(0, 200)),
  read(file, reading) {
    const roots = readIcs(file.text)
    if (roots.length === 0) throw file.refuse('the calendar file has nothing in it.')
    const keys = new PathKeys()
    for (const root of roots) {
      const name =
        readIcsText(findProperty(root, 'X-WR-CALNAME'))?.trim() || file.stem || 'Calendar'
      const key = `calendar:${name}`
      reading.draft.lists.push({ key, name })
      const components = root.name === 'VTODO' ? [root] : root.components
      for (const { name: kind } of components)
        if (kind === 'VEVENT' || kind === 'VJOURNAL')
          reading.report.add('Events and journals of a calendar are left out; to-dos come along.')
      const todos = components.filter((component) => component.name === 'VTODO')
      for (const todo of todos.toSorted((one, other) => orderOf(one) - orderOf(other)))
        readTodo(todo, key, keys, reading)
    }
  },
}

function orderOf(todo: IcsComponent): number {
  return toNumber(findProperty(todo, 'X-APPLE-SORT-ORDER')?.value) ?? 0
}

function readTodo(
  todo: IcsComponent,
  list: string,
  keys: PathKeys,
  { draft, report, context }: Reading,
) {
  const text = (name: string) => readIcsText(findProperty(todo, name))
  const title = text('SUMMARY') ?? ''
  const names = todo.properties.map(({ name }) => name)
  reportUnknown(
    names.filter((name) => !name.startsWith('X-')),
    known,
    report,
  )
  if (names.includes('RECURRENCE-ID'))
    return report.add('Occurrences of a repeat that were changed are left out.', title)
  if (names.includes('EXDATE')) report.add('Days that a repeat skips aren’t skipped.', title)
  if (names.includes('ATTACH')) report.add('Attached files are left out.', title)
  const start = readDue(findProperty(todo, 'DTSTART'), context.timeZone)
  const due = readDue(findProperty(todo, 'DUE'), context.timeZone) ?? start
  const instant = (name: string) => toInstant(text(name), context.timeZone)
  const status = text('STATUS')?.toUpperCase()
  if (status === 'CANCELLED') report.add('Cancelled tasks count as completed.', title)
  const isDone =
    status === 'COMPLETED' ||
    status === 'CANCELLED' ||
    text('PERCENT-COMPLETE') === '100' ||
    names.includes('COMPLETED')
  const updatedAt = instant('LAST-MODIFIED')
  const rule = findProperty(todo, 'RRULE')?.value
  const parent = todo.properties.find(
    ({ name, parameters }) =>
      name === 'RELATED-TO' && (parameters.RELTYPE ?? 'PARENT') === 'PARENT',
  )
  draft.tasks.push({
    ...{ key: text('UID') ?? keys.make(list, title), list, title, due, updatedAt },
    parent: readIcsText(parent),
    notes: text('DESCRIPTION'),
    startOn: start && due && start.day < due.day ? start.day : undefined,
    priority: readPriority(Number(text('PRIORITY') ?? 0)),
    tags: todo.properties.filter(({ name }) => name === 'CATEGORIES').flatMap(readCategories),
    ...(rule && { repeats: { rule } }),
    reminders: listAlarms(todo, { start, due, timeZone: context.timeZone }),
    extras: listExtras(todo),
    completedAt: isDone ? (instant('COMPLETED') ?? updatedAt ?? context.now) : undefined,
    createdAt: instant('CREATED') ?? instant('DTSTAMP'),
    where: `line ${todo.properties[0]?.line ?? 0}`,
  })
}

/** RFC 5545 section 3.8.1.9: 1 is the highest, 5 the middle, 9 the lowest. */
function readPriority(priority: number): number {
  if (priority === 1) return 4
  if (priority >= 2 && priority <= 4) return 3
  if (priority === 5) return 2
  return priority >= 6 && priority <= 9 ? 1 : 0
}

function readDue(property: IcsProperty | undefined, ownZone: string): DraftDue | undefined {
  if (!property) return undefined
  const zone = toTimeZone(property.parameters.TZID?.replace(/^\/[^/]*\/[^/]*\//, '')) ?? ownZone
  // A time in UTC is somebody's own; one without a zone floats.
  return toDue(property.value, property.value.endsWith('Z') ? ownZone : zone)
}

function readCategories(property: IcsProperty): string[] {
  return property.value
    .split(/(?<!\\),/)
    .map((name) => readIcsText({ ...property, value: name })?.trim() ?? '')
}

function listExtras(todo: IcsComponent): [string, string][] {
  const labels = { LOCATION: 'Location', URL: 'Link', DURATION: 'Duration' }
  return Object.entries(labels).flatMap(([name, label]): [string, string][] => {
    const value = readIcsText(findProperty(todo, name))
    return value ? [[label, value]] : []
  })
}

/** RFC 5545 section 3.8.6.3: counted from the start unless it says the end, or at a time of its own. */
function listAlarms(
  todo: IcsComponent,
  { start, due, timeZone }: Record<'start' | 'due', DraftDue | undefined> & { timeZone: string },
): DraftReminder[] {
  const alarms = todo.components.filter(({ name }) => name === 'VALARM')
  return alarms.flatMap((alarm): DraftReminder[] => {
    const trigger = findProperty(alarm, 'TRIGGER')
    const said = trigger?.value ?? ''
    const place = findProperty(alarm, 'X-APPLE-PROXIMITY')
    if (place?.value) {
      const where = findProperty(alarm, 'X-APPLE-STRUCTURED-LOCATION')?.parameters['X-TITLE']
      return [{ said: `at ${where || 'a place'} (${place.value.toLowerCase()})` }]
    }
    // Apple writes this for "none".
    if (!trigger || said.startsWith('1976')) return []
    const minutes = readTrigger(said)
    if (minutes === undefined) return remindAt(readDue(trigger, timeZone), said.trim())
    const isFromEnd = trigger.parameters.RELATED?.toUpperCase() === 'END'
    return [remindFrom(minutes, { from: isFromEnd ? due : (start ?? due), due, said })]
  })
}
