import { readFileSync } from 'node:fs'
import { parseQuickAdd, type QuickAdd } from '../../../src/domain/quick-add.ts'

/** A phrase and what a person means by it. */
export type Phrase = {
  text: string
  title: string
  /** What is to be recognised, as `listParts` writes it; empty for a phrase with nothing in it. */
  parts: string[]
  /** It is not read as it should be, and we know. */
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

/** The phrases of a file, whose head says how they are written. */
export function readCorpus(name: string): Phrase[] {
  const text = readFileSync(new URL(`${name}.corpus.txt`, import.meta.url), 'utf8')
  return text.split('\n').flatMap((line) => {
    if (line.trim() === '' || /^##? /.test(line)) return []
    const isKnownMiss = line.startsWith('~ ')
    const [text = '', title, ...rest] = line.slice(isKnownMiss ? 2 : 0).split(' | ')
    const parts = rest.flatMap((part) => part.trim().split(/ (?=[@#])/)).sort()
    return [{ text, title: title ?? text.trim(), parts, isKnownMiss }]
  })
}

/** A phrase read at a wall-clock time, such as 2026-11-25T10:00, in a zone. */
export function readAt(text: string, wallClock: string, timeZone: string): QuickAdd {
  const now = Temporal.PlainDateTime.from(wallClock).toZonedDateTime(timeZone).toInstant()
  return parseQuickAdd(text, {
    now,
    timeZone,
    weekStartsOn: 'MONDAY',
    dateStyle: 'AUTO',
    lists,
    tags,
  })
}

/** What was recognised, as the corpus writes it. */
export function listParts(found: QuickAdd, ownZone: string): string[] {
  const { startOn, dueOn, dueTime, dueTimeZone, recurrence, priority, list } = found
  const parts = [
    dueOn,
    dueTime,
    dueTimeZone === null || dueTimeZone === ownZone ? null : `zone ${dueTimeZone}`,
    startOn && `from ${startOn}`,
    recurrence?.rule,
    recurrence?.basis === 'COMPLETION' ? 'after' : null,
    priority === 'NONE' ? null : `!${priority}`,
    list && `#${list.name}`,
    ...found.tags.map(({ id, name }) => `@${id === null ? '+' : ''}${name}`),
  ]
  return parts.filter((part) => part != null).sort()
}
