import type { AnsweredTask } from '../api/task.ts'
import type { Piece } from './output.ts'

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** A day such as `Thu 26 Nov 2026`, as quick add says it. */
export function sayDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  return `${days[date.getUTCDay()]} ${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

/** When a task is due; empty if it isn't. A zone is named where it isn't this machine's. */
export function sayDue({ dueOn, dueTime, dueTimeZone }: AnsweredTask): string {
  if (dueOn === null) return ''
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const zone = dueTimeZone === null || dueTimeZone === here ? '' : ` (${dueTimeZone})`
  return `${sayDay(dueOn)}${dueTime === null ? '' : ` ${dueTime}`}${zone}`
}

/** A task on one line: `3  Pay rent  Tue 1 Dec 2026 09:00  every month on the 1st  !high  #Home  @admin` */
export function printTask(task: AnsweredTask): Piece[] {
  const due = sayDue(task)
  const style = task.dueState === 'OVERDUE' && !task.completed ? 'red' : 'cyan'
  const priority = task.priority === 'NONE' ? '' : `!${task.priority.toLowerCase()}`
  const details: Piece[] = [
    { text: due, style },
    { text: task.recurrence?.sentence ?? '', style: 'dim' },
    { text: priority, style: 'yellow' },
    { text: `#${task.list.name}`, style: 'dim' },
    ...task.tags.map(({ name }): Piece => ({ text: `@${name}`, style: 'dim' })),
  ]
  const shown = details.filter((piece) => typeof piece === 'string' || piece.text !== '')
  return [task.completed ? '✓ ' : '', task.title, ...shown.flatMap((piece) => ['  ', piece])]
}
