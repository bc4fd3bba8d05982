import type { DraftDue, DraftRepeat, DraftTask } from '../draft/draft.ts'
import { toDue, toTimeZone } from '../draft/moments.ts'
import { readPhrase } from '../draft/read-phrase.ts'
import type { Reading } from '../source-reader.ts'

const repeating =
  /^(?:every|each|ev\b|after \d|daily|weekly|biweekly|fortnightly|monthly|quarterly|yearly|annually|weekdays|workdays)/i

/** What somebody wrote as the date of a task: `every monday at 9`, `1 Dec`, `2026-12-01`. */
export function readTodoistDate(
  text: string,
  { language, zone }: { language: string; zone: string | undefined },
  title: string,
  { context, report }: Reading,
): Pick<DraftTask, 'due' | 'repeats' | 'extras'> {
  const written = text.trim()
  if (written === '') return {}
  const timeZone = toTimeZone(zone) ?? context.timeZone
  const due = toDue(written.replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T'), timeZone)
  if (due) return { due }
  const isEnglish = language === '' || language.toLowerCase().startsWith('en')
  if (repeating.test(written) || !isEnglish) {
    const read = readPhrase(written, { ...context, timeZone })
    if (repeating.test(written) || read?.recurrence)
      return { repeats: { text: written, timeZone } satisfies DraftRepeat }
  }
  const read = readPhrase(written, { ...context, timeZone })
  if (!read?.dueOn) {
    report.add('Dates that Tend can’t read are in the notes.', `${title}: ${written}`)
    return { extras: [['Date', written]] }
  }
  if (/^(?:today|tomorrow|tod|tom|in \d|next|mon|tue|wed|thu|fri|sat|sun)/i.test(written))
    report.add('Dates that were exported as “tomorrow” and the like count from today.', title)
  return {
    due: {
      day: read.dueOn,
      ...(read.dueTime && read.dueTimeZone && { time: read.dueTime, timeZone: read.dueTimeZone }),
    },
  }
}

/** With a deadline, the date is when to start; a date that repeats stays the date. */
export function withDeadline(
  dates: Pick<DraftTask, 'due' | 'repeats' | 'extras'>,
  deadline: DraftDue | undefined,
): Pick<DraftTask, 'startOn' | 'due' | 'repeats' | 'extras'> {
  if (!deadline) return dates
  const extras = dates.extras ?? []
  if (dates.repeats) return { ...dates, extras: [...extras, ['Deadline', deadline.day]] }
  if (!dates.due) return { ...dates, due: deadline }
  const { day, time } = dates.due
  return {
    startOn: day <= deadline.day ? day : undefined,
    due: deadline,
    extras: time === undefined ? extras : [...extras, ['Date', `${day} ${time}`]],
  }
}
