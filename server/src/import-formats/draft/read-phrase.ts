import { parseQuickAdd, type QuickAdd } from '../../domain/quick-add/quick-add.ts'
import type { ReadingContext } from '../source-reader.ts'

const title = 'x'
const maxLength = 200

// A file says "every day" thousands of times, and reading it takes a millisecond.
const maxKnown = 10_000
const known = new Map<string, { read: QuickAdd | undefined }>()

/**
 * What a date or a repeat means that somebody wrote in English, by the grammar of quick add; undefined unless
 * all of it is understood.
 */
export function readPhrase(text: string, context: ReadingContext): QuickAdd | undefined {
  const phrase = text.trim().replace(/\s+/g, ' ')
  if (phrase === '' || phrase.length > maxLength) return undefined
  const { now, timeZone, weekStartsOn, dateStyle } = context
  const key = JSON.stringify([phrase, now, timeZone, weekStartsOn, dateStyle])
  const kept = known.get(key)
  if (kept) return kept.read
  const read = parsePhrase(phrase, context)
  if (known.size === maxKnown) known.clear()
  known.set(key, { read })
  return read
}

function parsePhrase(phrase: string, context: ReadingContext): QuickAdd | undefined {
  const { timeZone, weekStartsOn, dateStyle } = context
  const now = Temporal.Instant.from(context.now)
  const scene = { now, timeZone, weekStartsOn, dateStyle, lists: [], tags: [] }
  const read = parseQuickAdd(`${title} ${phrase}`, scene)
  return read.title === title && read.dueOn !== null ? read : undefined
}
