import type { DateFormats } from '../domain/dates/date-formats.ts'
import type { Day } from '../domain/dates/day.ts'
import { formatDay, formatTime } from '../domain/dates/format-date.ts'
import { reminderUsefulHours } from '../domain/limits.ts'
import { type Mail, writeMail } from '../mail/mail.ts'
import type { DueTasks, SummaryTask } from './summary.queries.ts'

export type Summary = {
  day: Day
  overdue: DueTasks
  today: DueTasks
  formats: DateFormats
  hidesTitles: boolean
}

export type SummaryAddresses = { today: string; unsubscribe: string }

const usefulSeconds = reminderUsefulHours * 3_600

/** To somebody who wanted to know each day what there is to do. */
export function summaryMail(
  to: string,
  summary: Summary,
  { addresses, messageId }: { addresses: SummaryAddresses; messageId: string },
): Mail {
  const { overdue, today, formats, day } = summary
  const counts = [
    ...(today.count > 0 ? [`${today.count} for today`] : []),
    ...(overdue.count > 0 ? [`${overdue.count} overdue`] : []),
  ].join(', ')
  return writeMail({
    kind: 'summary',
    to,
    usefulSeconds,
    subject: `Your day: ${counts}`,
    paragraphs: [
      ...describe('Today', today, summary, ({ title, dueOn, dueTime }) =>
        dueTime === null || dueOn !== day ? title : `${formatTime(dueTime, formats)} ${title}`,
      ),
      ...describe('Overdue', overdue, summary, ({ title, dueOn }) =>
        dueOn === null ? title : `${title} (${formatDay(dueOn, day, formats)})`,
      ),
    ],
    action: { label: 'Open Today', url: addresses.today },
    footnote: 'You get this because you chose a daily summary in Tend.',
    messageId,
    unsubscribeUrl: addresses.unsubscribe,
    comesOnce: true,
  })
}

/** A heading, each task in a paragraph of its own, and how many more there are. */
function describe(
  heading: string,
  { count, first }: DueTasks,
  { hidesTitles }: Summary,
  name: (task: SummaryTask) => string,
): string[] {
  if (count === 0) return []
  if (hidesTitles) return [`${heading}: ${count}`]
  const more = count - first.length
  return [
    `${heading}:`,
    ...first.map((task) => `• ${name(task)}`),
    ...(more > 0 ? [`… and ${more} more`] : []),
  ]
}
