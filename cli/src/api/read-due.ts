import { failUsage } from '../failure.ts'
import type { Session } from './session.ts'

const parse = `query ReadDue($text: String!) {
  parseQuickAdd(text: $text) {
    title dueOn dueTime dueTimeZone recurrence { rule basis } spans { kind }
  }
}`

/** What `updateTask` takes for it. */
export type Due = {
  dueOn: string | null
  dueTime?: string
  dueTimeZone?: string
  recurrence?: { rule: string; basis: string }
}

type Data = {
  parseQuickAdd: {
    title: string
    dueOn: string | null
    dueTime: string | null
    dueTimeZone: string | null
    recurrence: { rule: string; basis: string } | null
    spans: readonly { kind: string }[]
  }
}

const kinds = ['DATE', 'TIME', 'REPEAT', 'END']
// The grammar reads a line, and a line has something to do in it.
const title = 'Task'

/**
 * A day, a time or a repeat in the words of quick add; `none` is no due day. Past days, which a line of quick
 * add leaves in the title, can be written as 2026-01-31.
 *
 * @throws Failure when it is something else
 */
export async function readDue({ client }: Session, words: string): Promise<Due> {
  const text = words.trim()
  if (text.toLowerCase() === 'none') return { dueOn: null }
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d))?$/.exec(text) ?? []
  if (day !== undefined) return { dueOn: day, ...(time !== undefined && { dueTime: time }) }
  const variables = { text: `${title} ${text}` }
  const read = (await client.query<Data>(parse, variables)).parseQuickAdd
  const isWhole = read.title === title && read.spans.every(({ kind }) => kinds.includes(kind))
  if (!isWhole || read.dueOn === null)
    throw failUsage(
      `--due should be a day or a time, such as tomorrow, 'friday 9am', 'every monday' or 2026-12-24, or none; “${text}” wasn’t understood.`,
    )
  const { dueOn, dueTime, dueTimeZone, recurrence } = read
  return {
    dueOn,
    ...(dueTime !== null && { dueTime }),
    ...(dueTimeZone !== null && { dueTimeZone }),
    ...(recurrence && { recurrence }),
  }
}
