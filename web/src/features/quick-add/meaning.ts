import { namePriority } from '@tend/server/domain/priority'
import type { QuickAdd, QuickAddKind, QuickAddSpan } from '@tend/server/domain/quick-add/quick-add'
import type { Said } from '@tend/server/domain/quick-add/signs'
import { describeMinutesBefore } from '@tend/server/domain/reminders/minutes-before'
import {
  type SignedField,
  type SignKind,
  signedFields,
} from '@tend/server/domain/task-fields/field-types'
import { taskFields } from '@tend/server/domain/task-fields/task-fields'
import { instantIn } from '../../time/calendar.ts'
import { localDue } from '../../time/due.ts'
import { describeDueChoice, type UserClock } from '../../time/due-words.ts'
import type { Range } from './line.ts'
import type { NewTaskDefaults } from './place-defaults.ts'
import type { LineContext } from './read-line.ts'

/** Which colour a part has, in the line and below it. */
export type Tone = 'date' | 'repeat' | 'priority' | 'list' | 'tag'

/** Something that a line says, in words for people, and the parts of the line that say it. */
export type Meaning = {
  readonly tone: Tone
  readonly text: string
  /** The same as a screen reader should say it. */
  readonly spoken: string
  readonly ranges: readonly Range[]
}

const tones: Record<Exclude<QuickAddKind, SignKind>, Tone> = {
  ...{ DATE: 'date', TIME: 'date', START: 'date', REPEAT: 'repeat', END: 'repeat' },
  ...{ LIST: 'list', TAG: 'tag', REMINDER: 'date' },
}

type SignWords<Field extends SignedField> = {
  tone: Tone
  text: (value: Said<Field>) => string
  spoken: (value: Said<Field>) => string
}

/** How the app describes what a sign has set. */
const signWords: { [Field in SignedField]: SignWords<Field> } = {
  priority: {
    tone: 'priority',
    text: namePriority,
    spoken: (priority) => `${namePriority(priority)} priority`,
  },
}

export function toneOf({ kind }: Pick<QuickAddSpan, 'kind'>): Tone {
  const signed = signedFields.find((field) => taskFields[field].sign === kind)
  return signed ? signWords[signed].tone : tones[kind as keyof typeof tones]
}

/** Everything that a line says, each once: what is applied is what is shown. */
export function listMeanings(read: QuickAdd, clock: UserClock): Meaning[] {
  const of = (...kinds: QuickAddKind[]) => read.spans.filter(({ kind }) => kinds.includes(kind))
  const dueSpans = of('DATE', 'TIME')
  const due = describeDue(read, clock)
  const meanings: Meaning[] = []
  if (dueSpans.length > 0) meanings.push(mean('date', due, dueSpans, `due ${due}`))
  if (read.recurrence) {
    // The sentence of a repeat says its end too; where it starts is the due day.
    const [repeat] = of('REPEAT')
    const first = dueSpans.length > 0 || !due ? '' : `, first ${due}`
    const spans = of('REPEAT', 'END', 'START')
    const text = `${repeat?.meaning ?? ''}${first}`
    meanings.push(mean('repeat', text, spans, `repeats ${text}`))
  } else if (read.startOn) {
    const until = dueSpans.length === 0 && due ? ` to ${due}` : ''
    const text = `from ${describeDueChoice({ day: read.startOn }, clock)}${until}`
    meanings.push(mean('date', text, of('START'), text))
  }
  for (const field of signedFields) {
    const spans = of(taskFields[field].sign)
    const { tone, text, spoken } = signWords[field]
    const value = read[field] as never
    if (spans.length > 0) meanings.push(mean(tone, text(value), spans, spoken(value)))
  }
  if (read.list)
    meanings.push(mean('list', `#${read.list.name}`, of('LIST'), `in ${read.list.name}`))
  for (const span of of('TAG')) meanings.push(meanTag(span))
  for (const span of of('REMINDER')) meanings.push(meanReminder(span, read, clock))
  return meanings
}

/** What the place adds to what a line says. */
export function listGiven(
  read: QuickAdd,
  defaults: NewTaskDefaults,
  { lists, tags, clock }: Pick<LineContext, 'lists' | 'tags' | 'clock'>,
): string[] {
  const says = (...kinds: QuickAddKind[]) => read.spans.some(({ kind }) => kinds.includes(kind))
  const list = read.list ? undefined : lists.find(({ id }) => id === defaults.listId)
  const saysDay = says('DATE', 'TIME', 'REPEAT')
  const day = !saysDay && read.dueOn ? describeDueChoice({ day: read.dueOn }, clock) : ''
  const given = tags.filter(({ id }) => defaults.tagIds?.includes(id))
  return [day, list ? `#${list.name}` : '', ...given.map(({ name }) => `@${name}`)].filter(Boolean)
}

type DueOf = Pick<QuickAdd, 'dueOn' | 'dueTime' | 'dueTimeZone'>

/** When it is due in the user's time zone, and in another zone if the line names one. */
function describeDue({ dueOn, dueTime, dueTimeZone }: DueOf, clock: UserClock): string {
  if (!dueOn) return ''
  if (!dueTime || !dueTimeZone) return describeDueChoice({ day: dueOn }, clock)
  const dueAt = new Date(instantIn(dueTimeZone, dueOn, dueTime)).toISOString()
  const words = describeDueChoice(
    localDue({ dueOn, dueAt }, clock.timeZone) ?? { day: dueOn },
    clock,
  )
  return dueTimeZone === clock.timeZone ? words : `${words} (${dueTime} ${dueTimeZone})`
}

function meanReminder(span: QuickAddSpan, { dueOn }: QuickAdd, clock: UserClock): Meaning {
  const times = span.reminders ?? []
  const words = times.map(({ minutesBefore, on, time, timeZone }) =>
    minutesBefore === null
      ? describeDue({ dueOn: on, dueTime: time, dueTimeZone: timeZone }, clock)
      : describeMinutesBefore(minutesBefore),
  )
  const waits = dueOn === null && times.some(({ minutesBefore }) => minutesBefore !== null)
  const text = `${words.join(' and ')}${waits ? ', once it has a day' : ''}`
  return mean('date', `Remind ${text}`, [span], `reminds ${text}`)
}

/** The grammar says “tagged admin” or “new tag admin”. */
function meanTag(span: QuickAddSpan): Meaning {
  const isNew = span.meaning.startsWith('new tag ')
  const name = span.meaning.replace(/^(?:tagged|new tag) /, '')
  return mean('tag', isNew ? `@${name} (new)` : `@${name}`, [span], span.meaning)
}

function mean(tone: Tone, text: string, ranges: readonly Range[], spoken: string): Meaning {
  return { tone, text, spoken, ranges }
}
