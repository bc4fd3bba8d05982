import type { UserDatabase } from '../db/user-database.ts'
import { icsLine } from '../domain/text/ics.ts'
import { listTimedDays } from './export.queries.ts'
import { type PlacedExport, walkInOrder } from './export-order.ts'
import {
  describeIcsState,
  describeIcsTask,
  type IcsLine,
  writeIcsLines,
  writeIcsMoment,
} from './ics-task.ts'
import { ZoneYears } from './zone-years.ts'

/** Every task outside the trash as a to-do of a calendar file (RFC 5545). Its list is its first category. */
export async function* exportIcs(db: UserDatabase): AsyncGenerator<string> {
  yield icsLine('BEGIN', 'VCALENDAR') + icsLine('VERSION', '2.0') + icsLine('PRODID', '-//Tend//EN')
  yield icsLine('X-WR-CALNAME', 'Tend')
  yield await writeZones(db)
  for await (const part of walkInOrder(db)) yield part.map(writeTodo).join('')
  yield icsLine('END', 'VCALENDAR')
}

/** They come first, before the tasks are read: programs look them up as they read on. */
async function writeZones(db: UserDatabase): Promise<string> {
  const zones = new ZoneYears()
  for (const { timeZone, startOn, dueOn, repeats } of await listTimedDays(db))
    for (const day of [startOn, dueOn]) if (day !== null) zones.add(timeZone, day, repeats)
  return zones.write()
}

function writeTodo({ task, list, tags }: PlacedExport): string {
  return writeIcsLines([
    ['BEGIN', 'VTODO'],
    ...describeIcsTask({ task, listName: list.name, tags }),
    ...writeDates(task),
    ['RRULE', task.recurrenceRule],
    ...describeIcsState(task),
    ['END', 'VTODO'],
  ])
}

/** A rule needs a start (section 3.8.5.3), and start and due are both days or both times (3.8.2.4). */
function writeDates(task: PlacedExport['task']): IcsLine[] {
  const start = task.startOn ?? (task.recurrenceRule ? task.dueOn : null)
  return [
    ...(start ? [writeIcsMoment('DTSTART', start, task)] : []),
    ...(task.dueOn ? [writeIcsMoment('DUE', task.dueOn, task)] : []),
  ]
}
