import { ApiError, type Caller } from './caller.ts'

/** What the API reads in a line of quick add. */
export type LineReading = {
  title: string
  issues: string[]
  dueOn: string | null
  dueTime: string | null
  dueTimeZone: string | null
  startOn: string | null
  priority: string
  list: { id: string; name: string } | null
  tags: { name: string; tag: { id: string } | null }[]
  recurrence: { rule: string; basis: string; sentence: string } | null
  reminders: {
    minutesBefore: number | null
    on: string | null
    time: string | null
    timeZone: string | null
  }[]
}

const query = `query Parse($text: String!) {
  parseQuickAdd(text: $text) {
    title issues dueOn dueTime dueTimeZone startOn priority list { id name } tags { name tag { id } }
    recurrence { rule basis sentence } reminders { minutesBefore on time timeZone }
  }
}`

export function readLines({ ask }: Caller, lines: readonly string[]): Promise<LineReading[]> {
  type Data = { parseQuickAdd: LineReading }
  return Promise.all(lines.map(async (text) => (await ask<Data>(query, { text })).parseQuickAdd))
}

/**
 * The task that a line asks for, as `createTasks` takes it.
 *
 * @throws ApiError `BAD_USER_INPUT` when the line asks for what there can't be
 */
export function toNewTask(reading: LineReading, nth: number): Record<string, unknown> {
  const { title, issues, dueOn, dueTime, dueTimeZone, startOn, priority, reminders } = reading
  if (issues.length > 0) throw new ApiError('BAD_USER_INPUT', `lines.${nth}: ${issues.join(' ')}`)
  const { list, recurrence } = reading
  return {
    title,
    ...(dueOn && { dueOn }),
    ...(dueTime && { dueTime, dueTimeZone }),
    ...(startOn && { startOn }),
    priority,
    ...(list && { listId: list.id }),
    tagNames: reading.tags.map(({ name }) => name),
    ...(recurrence && { recurrence: { rule: recurrence.rule, basis: recurrence.basis } }),
    reminders,
  }
}
