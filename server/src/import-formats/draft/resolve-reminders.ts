import { dueInstant } from '../../domain/dates/due-date.ts'
import { maxRemindersPerTask } from '../../domain/limits.ts'
import type { TaskEntry } from '../../transfer/transfer-format.ts'
import type { ImportReport } from '../report.ts'
import type { ReadingContext } from '../source-reader.ts'
import type { DraftReminder, DraftTask } from './draft.ts'

type Entry = NonNullable<TaskEntry['reminders']>[number]

/** A reminder as an export writes it: without fields that say nothing. */
type WrittenEntry = Pick<Entry, 'id' | 'setAt'> & Partial<Entry>

type Resolved = {
  reminders: TaskEntry['reminders']
  /** What each of the others said. */
  rest: string[]
}

/** A task's reminders in our form, each once; those that can't be set are reported, and go to the notes. */
export function resolveReminders(
  task: DraftTask,
  {
    context,
    makeId,
    report,
  }: { context: ReadingContext; makeId: (nth: number) => string; report: ImportReport },
): Resolved {
  const written: WrittenEntry[] = []
  const rest: string[] = []
  const seen = new Set<string>()
  const keepInNotes = (said: string, message: string) => {
    rest.push(said)
    report.add(message, `${task.title}: ${said}`)
  }
  for (const one of task.reminders ?? []) {
    const time = timeOf(one, context)
    const key = JSON.stringify(time ?? one.said)
    if (seen.has(key)) continue
    seen.add(key)
    if (!time) keepInNotes(one.said, 'Reminders that Tend can’t set are in the notes.')
    else if (written.length === maxRemindersPerTask)
      keepInNotes(
        one.said,
        `A task has up to ${maxRemindersPerTask} reminders; the others are in the notes.`,
      )
    else {
      written.push({ id: makeId(written.length), ...time, setAt: context.now })
      if (!task.completedAt && isPast(time, context))
        report.add('Reminders whose time has passed come along, and don’t ring.', task.title)
    }
  }
  return { reminders: written.length > 0 ? (written as Entry[]) : undefined, rest }
}

type Time = { minutesBefore: number } | { on: string; time: string; timeZone: string }

function timeOf(reminder: DraftReminder, { timeZone }: ReadingContext): Time | undefined {
  if (reminder.minutesBefore !== undefined) return { minutesBefore: reminder.minutesBefore }
  const { at } = reminder
  return at && { on: at.day, time: at.time, timeZone: at.timeZone ?? timeZone }
}

function isPast(time: Time, { now }: ReadingContext): boolean {
  if (!('on' in time)) return false
  const instant = dueInstant(time.on, time.time, time.timeZone)
  return Temporal.Instant.compare(instant, Temporal.Instant.from(now)) <= 0
}
