import { readFileSync } from 'node:fs'
import type { Day } from '../../../src/domain/dates/day.ts'
import type { DateStyle, WeekStart } from '../../../src/domain/preferences.ts'
import { parseQuickAdd, type QuickAdd } from '../../../src/domain/quick-add/quick-add.ts'
import { anchorRule } from '../../../src/domain/recurrence/engine.ts'
import { parseRecurrenceRule } from '../../../src/domain/recurrence/parse.ts'
import { serializeRecurrenceRule } from '../../../src/domain/recurrence/rule.ts'

/** When, where and for whom a phrase is read: a wall-clock time such as 2026-11-25T10:00. */
export type Saying = {
  wallClock: string
  timeZone: string
  weekStartsOn: Exclude<WeekStart, 'AUTO'>
  dateStyle: DateStyle
}

/** A phrase and what a person means by it. */
export type Phrase = {
  /** Empty where it means the same everywhere. */
  saying?: Saying
  text: string
  title: string
  /** What is to be recognised, as `listParts` writes it; empty for a phrase without parts. */
  parts: string[]
  /** A known miss: it isn't read as it should be. */
  isKnownMiss: boolean
}

const named = (names: string[]) => names.map((name) => ({ id: `id of ${name}`, name }))

const lists = named(['Inbox', 'Home', 'Work', 'Side project', 'Groceries', 'Ärzte', 'Q4 plan'])
const tags = named(['admin', 'phone', 'errand', 'deep work', 'Büro', '5min'])

export const zones = [
  'UTC',
  'Europe/Berlin',
  'America/Los_Angeles',
  'America/St_Johns',
  'Asia/Kolkata',
  'Pacific/Auckland',
] as const

/** The files beside this one; docs/quick-add.md says who wrote each, and when. */
export const corpora = [
  'phrases',
  'unseen',
  'typed',
  'variations',
  'phrases-held-out',
  'elsewhere-held-out',
  'strangers',
  'everyday',
  'newcomers',
  'newcomers-held-out',
  'reminders',
] as const

const sayingLine =
  /^## At (?<wallClock>\S+) in (?<timeZone>\S+), weeks from (?<weekStartsOn>\w+), dates (?<dateStyle>\w+)$/

/** The phrases of a file, whose header says how they are written. */
export function readCorpus(name: string): Phrase[] {
  const text = readFileSync(new URL(`${name}.corpus.txt`, import.meta.url), 'utf8')
  let saying: Saying | undefined
  return text.split('\n').flatMap((line) => {
    const found = sayingLine.exec(line)?.groups
    if (found) saying = found as Saying
    if (line.trim() === '' || /^##? /.test(line)) return []
    const isKnownMiss = line.startsWith('~ ')
    const [text = '', title, ...rest] = line.slice(isKnownMiss ? 2 : 0).split(' | ')
    const written = rest.flatMap((part) => part.trim().split(/ (?=[@#])/))
    const dueOn = written.find((part) => /^\d{4}-/.test(part))
    const parts = written.map((part) => (dueOn ? writeOutRule(part, dueOn) : part)).sort()
    return [{ text, title: title ?? text.trim(), parts, isKnownMiss, ...(saying && { saying }) }]
  })
}

/**
 * Monthly on the 1st is the same as monthly from the 1st on, and so is written in one way. The
 * first day of a week matters to no rule with one weekday.
 */
function writeOutRule(part: string, dueOn: Day): string {
  const parsed = part.startsWith('FREQ=') ? parseRecurrenceRule(part) : undefined
  if (!parsed?.ok) return part
  const rule = anchorRule(parsed.rule, dueOn)
  return serializeRecurrenceRule(rule.weekdays.length > 1 ? rule : { ...rule, weekStart: 'MO' })
}

/** What a phrase means at that time and place. */
export function readAs(text: string, { wallClock, timeZone, ...preferences }: Saying): QuickAdd {
  const now = Temporal.PlainDateTime.from(wallClock).toZonedDateTime(timeZone).toInstant()
  return parseQuickAdd(text, { now, timeZone, ...preferences, lists, tags })
}

/** A phrase read at a wall-clock time, such as 2026-11-25T10:00, in a zone. */
export function readAt(text: string, wallClock: string, timeZone: string): QuickAdd {
  return readAs(text, { wallClock, timeZone, weekStartsOn: 'MONDAY', dateStyle: 'AUTO' })
}

/** `remind 30`, so many minutes before, or `remind 2026-11-26T08:00`. */
function writeReminder({ minutesBefore, on, time }: QuickAdd['reminders'][number]): string {
  return `remind ${minutesBefore ?? `${on}T${time}`}`
}

/** What was recognised, as the corpus writes it. */
export function listParts(found: QuickAdd, ownZone: string): string[] {
  const { startOn, dueOn, dueTime, dueTimeZone, recurrence, priority, list } = found
  const parts = [
    dueOn,
    dueTime,
    dueTimeZone === null || dueTimeZone === ownZone ? null : `zone ${dueTimeZone}`,
    startOn && `from ${startOn}`,
    recurrence && dueOn && writeOutRule(recurrence.rule, dueOn),
    recurrence?.basis === 'COMPLETION' ? 'after' : null,
    priority === 'NONE' ? null : `!${priority}`,
    list && `#${list.name}`,
    ...found.reminders.map(writeReminder),
    ...found.tags.map(({ id, name }) => `@${id === null ? '+' : ''}${name}`),
  ]
  return parts.filter((part) => part != null).sort()
}
