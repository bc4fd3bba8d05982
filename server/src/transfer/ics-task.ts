import { icsDay, icsInstant, icsLine, icsText } from '../domain/text/ics.ts'
import type { PlacedExport } from './export-order.ts'

/** A line of a calendar file; one without a value is left out. */
export type IcsLine = [name: string, value: string | null | undefined | false]

type Task = PlacedExport['task']

/** RFC 5545: 1 is the highest, 9 the lowest, 0 none. */
const priorities = [0, 9, 5, 3, 1]

export function writeIcsLines(lines: readonly IcsLine[]): string {
  return lines.map(([name, value]) => (value ? icsLine(name, value) : '')).join('')
}

/** What a to-do and an event of a task both say. The list is the first category. */
export function describeIcsTask({
  task,
  listName,
  tags,
}: {
  task: Omit<Task, 'tagIds'>
  listName: string
  tags: readonly string[]
}): IcsLine[] {
  return [
    ['UID', task.id],
    ['DTSTAMP', icsInstant(task.updatedAt)],
    ['CREATED', icsInstant(task.createdAt)],
    ['LAST-MODIFIED', icsInstant(task.updatedAt)],
    ['SUMMARY', icsText(task.title)],
    ['DESCRIPTION', task.description && icsText(task.description)],
    ['PRIORITY', task.priority > 0 && String(priorities[task.priority])],
    ['CATEGORIES', [listName, ...tags].map(icsText).join(',')],
  ]
}

/** A property with a day, at the due time of its task if it has one. */
export function writeIcsMoment(
  name: string,
  day: string,
  { dueTime, dueTimeZone }: Pick<Task, 'dueTime' | 'dueTimeZone'>,
): IcsLine {
  return dueTime && dueTimeZone
    ? [`${name};TZID=${dueTimeZone}`, `${icsDay(day)}T${dueTime.replace(':', '')}00`]
    : [`${name};VALUE=DATE`, icsDay(day)]
}

/** What only a to-do has: what it is under, and whether it is completed. */
export function describeIcsState({
  parentId,
  completedAt,
}: Pick<Task, 'parentId' | 'completedAt'>): IcsLine[] {
  return [
    ['RELATED-TO', parentId],
    ['STATUS', completedAt ? 'COMPLETED' : 'NEEDS-ACTION'],
    ['COMPLETED', completedAt && icsInstant(completedAt)],
  ]
}
