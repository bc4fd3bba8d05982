import { type CalendarTime, writeCalendarRule } from '../domain/calendar/calendar-rule.ts'
import { readSeries } from '../domain/dates/task-dates.ts'
import { feedSize } from '../domain/limits.ts'
import { icsText } from '../domain/text/ics.ts'
import type { ExportedTask } from './export.queries.ts'
import {
  describeIcsState,
  describeIcsTask,
  type IcsLine,
  writeIcsLines,
  writeIcsMoment,
} from './ics-task.ts'
import { ZoneYears } from './zone-years.ts'

/** Calendars show events and leave out to-dos; apps for tasks want to-dos. */
export type CalendarForm = 'events' | 'todos'

export type CalendarEntry = { task: ExportedTask; listName: string; tags: readonly string[] }

/** A day of a task, whether it is of a series, and what else there is to say of it. */
type Occurrence = { day: string | null; isSeries: boolean; lines: readonly IcsLine[] }

/** A task has no length; without one, calendars show an event at a time as a line. */
const eventLength = 'PT30M'

/** Writes a calendar (RFC 5545) task by task. */
export class CalendarWriter {
  readonly #form: CalendarForm
  readonly #webUrl: string
  readonly #entries: string[] = []
  readonly #zones = new ZoneYears()
  #characters = 0
  #countedRules = 0

  /** @param webUrl where people open the app, without a slash at the end */
  constructor(form: CalendarForm, webUrl: string) {
    this.#form = form
    this.#webUrl = webUrl
  }

  get isFull(): boolean {
    return this.#characters >= feedSize.characters
  }

  /** Adds a task; one without a day must not come into a calendar of events. */
  add(entry: CalendarEntry): void {
    const { task } = entry
    const rule = this.#writeRule(task)
    if (rule === undefined || task.recurrenceOn === null) {
      this.#push(entry, { day: task.dueOn, isSeries: false, lines: repeatsElsewise(task) })
      return
    }
    this.#push(entry, { day: task.recurrenceOn, isSeries: true, lines: [['RRULE', rule]] })
    if (task.recurrenceOn === task.dueOn) return
    // Somebody has put this occurrence on another day (section 3.8.4.4).
    const moved = writeIcsMoment('RECURRENCE-ID', task.recurrenceOn, task)
    this.#push(entry, { day: task.dueOn, isSeries: true, lines: [moved] })
  }

  /** The calendar with everything that was added. */
  finish(name: string): string {
    return [
      writeIcsLines([
        ['BEGIN', 'VCALENDAR'],
        ['VERSION', '2.0'],
        ['PRODID', '-//Tend//EN'],
        ['NAME', icsText(name)],
        ['X-WR-CALNAME', icsText(name)],
        ['REFRESH-INTERVAL;VALUE=DURATION', 'PT1H'],
        ['X-PUBLISHED-TTL', 'PT1H'],
      ]),
      this.#zones.write(),
      ...this.#entries,
      writeIcsLines([['END', 'VCALENDAR']]),
    ].join('')
  }

  #push(entry: CalendarEntry, { day, isSeries, lines }: Occurrence): void {
    const { task } = entry
    const isEvent = this.#form === 'events'
    const component = isEvent ? 'VEVENT' : 'VTODO'
    const text = writeIcsLines([
      ['BEGIN', component],
      ...describeIcsTask({ ...entry, task: shorten(task, isEvent) }),
      ...(isEvent ? writeEvent(task, day) : writeTodo(task, day, isSeries)),
      ...lines,
      ['URL', `${this.#webUrl}/task/${task.id}`],
      ['END', component],
    ])
    const time = timeOf(task)
    if (time && day !== null) this.#zones.add(time.timeZone, day, isSeries)
    this.#entries.push(text)
    this.#characters += text.length
  }

  #writeRule(task: ExportedTask): string | undefined {
    const { recurrenceOn, completedAt } = task
    const series = readSeries({ ...task, dueAt: null })
    if (!series || recurrenceOn === null || completedAt !== null) return undefined
    if (series.rule.end.kind === 'count') {
      this.#countedRules += 1
      if (this.#countedRules > feedSize.countedRules) return undefined
    }
    return writeCalendarRule(series, recurrenceOn, timeOf(task))
  }
}

function timeOf({ dueTime, dueTimeZone }: ExportedTask): CalendarTime {
  return dueTime !== null && dueTimeZone !== null ? { time: dueTime, timeZone: dueTimeZone } : null
}

function writeEvent(task: ExportedTask, day: string | null): IcsLine[] {
  if (day === null) throw new Error('An event needs a day, and the task has none')
  return [
    writeIcsMoment('DTSTART', day, task),
    ['DURATION', timeOf(task) && eventLength],
    // Nobody is busy because something is due.
    ['TRANSP', 'TRANSPARENT'],
  ]
}

function writeTodo(task: ExportedTask, day: string | null, isSeries: boolean): IcsLine[] {
  // What repeats needs a start, and it is counted from there (section 3.8.5.3).
  const start = isSeries ? day : task.startOn
  return [
    ...(start === null ? [] : [writeIcsMoment('DTSTART', start, task)]),
    ...(day === null ? [] : [writeIcsMoment('DUE', day, task)]),
    ...describeIcsState(task),
  ]
}

/** A repeat that the format can't say is there as its next occurrence alone. */
function repeatsElsewise({
  recurrenceRule,
  recurrenceBasis,
  completedAt,
}: ExportedTask): IcsLine[] {
  const isAfterCompletion = recurrenceBasis === 'COMPLETION' && completedAt === null
  return isAfterCompletion
    ? [['X-TEND-REPEATS-AFTER-COMPLETION', icsText(recurrenceRule ?? '')]]
    : []
}

function shorten(task: ExportedTask, isEvent: boolean): ExportedTask {
  const { title, description, completedAt } = task
  const { notesLength } = feedSize
  const isLong = description !== null && description.length > notesLength
  return {
    ...task,
    // An event has no way to be completed.
    title: isEvent && completedAt !== null ? `✓ ${title}` : title,
    description: isLong ? `${description.slice(0, notesLength).toWellFormed()}…` : description,
  }
}
