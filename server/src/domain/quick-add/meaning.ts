import type { Day } from '../dates/day.ts'
import { describeRecurrence } from '../recurrence/sentence.ts'
import { describeMinutesBefore } from '../reminders/minutes-before.ts'
import type { ReminderTime } from '../reminders/reminder.ts'
import type { Choice } from './choose.ts'
import type { Finding } from './finding.ts'
import type { FoundTimes } from './reminder-times.ts'
import type { Schedule } from './schedule.ts'
import { describeSign } from './signs.ts'

const weekdayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const monthNames = [
  ...['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
]

/** What a recognised part means, in a few words: `Thu 26 Nov 2026`, `every other Monday`. */
export function describeFinding(
  finding: Finding,
  { choice, schedule, reminders }: { choice: Choice; schedule: Schedule; reminders: FoundTimes },
  ownZone: string,
): string {
  switch (finding.kind) {
    case 'DATE': {
      const saysTime = finding.time !== null || finding.part !== null
      const isDescribed = choice.TIME !== undefined || choice.PART !== undefined
      return describeDue(schedule, { day: true, time: saysTime && !isDescribed }, ownZone)
    }
    case 'TIME':
    case 'PART': {
      const isDescribed = choice.DATE ?? choice.REPEAT ?? choice.START?.dueDay
      return describeDue(schedule, { day: isDescribed == null, time: true }, ownZone)
    }
    case 'REPEAT':
      return describeRepeat(schedule)
    case 'END':
      return describeEnd(schedule)
    case 'START':
      return describeStart(finding.day, schedule)
    case 'REMINDER': {
      const times = (reminders.get(finding) ?? []).map((time) => describeReminder(time, ownZone))
      const waits = schedule.dueOn === null && finding.moments.some(({ kind }) => kind === 'before')
      return `remind ${times.join(' and ')}${waits ? ', once it has a day' : ''}`
    }
    case 'LIST':
      return `in ${finding.list.name}`
    case 'TAG':
      return finding.tag.id === null ? `new tag ${finding.tag.name}` : `tagged ${finding.tag.name}`
    default:
      return describeSign(finding)
  }
}

/** `Thu 26 Nov 2026` */
function describeDay(day: Day): string {
  const { dayOfWeek, day: number, month, year } = Temporal.PlainDate.from(day)
  return `${weekdayNames[dayOfWeek - 1]} ${number} ${monthNames[month - 1]} ${year}`
}

function describeDue(
  { dueOn, dueTime, dueTimeZone }: Schedule,
  says: { day: boolean; time: boolean },
  ownZone: string,
): string {
  const day = says.day && dueOn !== null ? describeDay(dueOn) : ''
  if (!says.time) return day
  if (dueTime === null) return [day, 'no time as it has passed'].filter(Boolean).join(', ')
  const zone = dueTimeZone === ownZone ? '' : dueTimeZone
  return [day, dueTime, zone].filter(Boolean).join(' ')
}

function describeReminder({ minutesBefore, on, time, timeZone }: ReminderTime, ownZone: string) {
  if (minutesBefore !== null) return describeMinutesBefore(minutesBefore)
  return [describeDay(on), time, timeZone === ownZone ? '' : timeZone].filter(Boolean).join(' ')
}

function describeRepeat({ recurrence }: Schedule): string {
  return recurrence ? describeRecurrence(recurrence.rule, recurrence.basis) : ''
}

function describeEnd({ recurrence }: Schedule): string {
  const end = recurrence?.rule.end
  if (end?.kind === 'until') return `until ${describeDay(end.until)}`
  return end?.kind === 'count' ? `${end.count} times` : ''
}

function describeStart(day: Day, { startOn, dueOn, recurrence }: Schedule): string {
  const from = `from ${describeDay(recurrence ? day : (startOn ?? day))}`
  return recurrence || dueOn === null ? from : `${from} to ${describeDay(dueOn)}`
}
