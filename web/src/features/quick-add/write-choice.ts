import { describeDay, formatDay, formatTime } from '@tend/server/domain/dates/format-date'
import type { QuickAddKind, QuickAddSpan } from '@tend/server/domain/quick-add/quick-add'
import { readDateWords } from '../../task-fields/date-words.ts'
import type { Due } from '../../task-fields/due-choice.ts'
import { dayIn } from '../../time/calendar.ts'
import type { UserClock } from '../../time/due-words.ts'
import type { Range } from './line.ts'

/**
 * The line with other words for some of its parts: where the first of them was, else at the end. What
 * is typed next is a word of its own.
 */
export function writeInLine(text: string, parts: readonly Range[], words: string): string {
  let written = ''
  let from = 0
  for (const [index, { start, end }] of parts.entries()) {
    written += text.slice(from, start) + (index === 0 ? words : '')
    from = end
  }
  const rest = text.slice(from)
  const line = parts.length > 0 ? written + rest : `${rest} ${words}`
  const trimmed = line.replaceAll(/ {2,}/g, ' ').trim()
  return trimmed && `${trimmed} `
}

/** The parts of these kinds. */
export function listParts(
  spans: readonly QuickAddSpan[] | undefined,
  ...kinds: QuickAddKind[]
): readonly QuickAddSpan[] {
  return spans?.filter(({ kind }) => kinds.includes(kind)) ?? []
}

/** A day and its time in words that a line is understood by, as the person writes them if possible. */
export function writeDue({ day, time }: Due, clock: UserClock): string {
  const { formats, timeZone, now } = clock
  const today = dayIn(timeZone, now)
  const days = [
    describeDay(day, today, formats),
    formatDay(day, today, formats),
    formatDay(day, today, { ...formats, dateStyle: 'DAY_FIRST' }),
    day,
  ]
  const times = time ? [` ${formatTime(time, formats)}`, ` ${time}`] : ['']
  const means = (words: string) => {
    const read = readDateWords(words, clock, null)
    return read?.day === day && read.time === time
  }
  const all = days.flatMap((one) => times.map((other) => one + other))
  return all.find(means) ?? `${day}${times.at(-1)}`
}
