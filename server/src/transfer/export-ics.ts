import type { UserDatabase } from '../db/user-database.ts'
import { icsDay, icsInstant, icsLine, icsText } from '../domain/text/ics.ts'
import { listAllTags } from './export.queries.ts'
import { type PlacedExport, walkInOrder } from './export-order.ts'

/** RFC 5545: 1 is the highest, 9 the lowest, 0 none. */
const priorities = [0, 9, 5, 3, 1]

/** Every task outside the trash as a to-do of a calendar file (RFC 5545). Its list is its first category. */
export async function* exportIcs(db: UserDatabase): AsyncGenerator<string> {
  const tags = new Map((await listAllTags(db)).map(({ id, name }) => [id, name]))
  yield icsLine('BEGIN', 'VCALENDAR') + icsLine('VERSION', '2.0') + icsLine('PRODID', '-//Tend//EN')
  yield icsLine('X-WR-CALNAME', 'Tend')
  for await (const part of walkInOrder(db))
    yield part.map((placed) => writeTodo(placed, tags)).join('')
  yield icsLine('END', 'VCALENDAR')
}

function writeTodo({ task, list }: PlacedExport, tags: ReadonlyMap<string, string>): string {
  const names = [list.name, ...task.tagIds.flatMap((id) => tags.get(id) ?? [])]
  const lines: [name: string, value: string | null | undefined | false][] = [
    ['BEGIN', 'VTODO'],
    ['UID', task.id],
    ['DTSTAMP', icsInstant(task.updatedAt)],
    ['CREATED', icsInstant(task.createdAt)],
    ['LAST-MODIFIED', icsInstant(task.updatedAt)],
    ['SUMMARY', icsText(task.title)],
    ['DESCRIPTION', task.description && icsText(task.description)],
    ...writeDates(task),
    ['RRULE', task.recurrenceRule],
    ['PRIORITY', task.priority > 0 && String(priorities[task.priority])],
    ['CATEGORIES', names.map(icsText).join(',')],
    ['RELATED-TO', task.parentId],
    ['STATUS', task.completedAt ? 'COMPLETED' : 'NEEDS-ACTION'],
    ['COMPLETED', task.completedAt && icsInstant(task.completedAt)],
    ['END', 'VTODO'],
  ]
  return lines.map(([name, value]) => (value ? icsLine(name, value) : '')).join('')
}

/** A rule needs a start (section 3.8.5.3), and start and due are both days or both times (3.8.2.4). */
function writeDates({
  startOn,
  dueOn,
  dueTime,
  dueTimeZone,
  recurrenceRule,
}: PlacedExport['task']): [string, string][] {
  const start = startOn ?? (recurrenceRule ? dueOn : null)
  const write = (name: string, day: string): [string, string] =>
    dueTime && dueTimeZone
      ? [`${name};TZID=${dueTimeZone}`, `${icsDay(day)}T${dueTime.replace(':', '')}00`]
      : [`${name};VALUE=DATE`, icsDay(day)]
  return [...(start ? [write('DTSTART', start)] : []), ...(dueOn ? [write('DUE', dueOn)] : [])]
}
