import type { DraftTask } from '../draft/draft.ts'
import { toDay, toInstant } from '../draft/moments.ts'
import type { Reading } from '../source-reader.ts'

type Field = 'due' | 'start' | 'scheduled' | 'done' | 'created' | 'repeat'

const signs: Readonly<Record<string, Field>> = {
  ...{ '📅': 'due', '📆': 'due', '🗓': 'due', '🛫': 'start', '⏳': 'scheduled', '⌛': 'scheduled' },
  ...{ '✅': 'done', '❌': 'done', '➕': 'created', '🔁': 'repeat' },
}
const words: Readonly<Record<string, Field | 'priority'>> = {
  ...{ due: 'due', start: 'start', scheduled: 'scheduled', completion: 'done', cancelled: 'done' },
  ...{ created: 'created', repeat: 'repeat', priority: 'priority' },
}
const prioritySigns: Readonly<Record<string, number>> = {
  '🔺': 4,
  '⏫': 3,
  '🔼': 2,
  '🔽': 1,
  '⏬': 1,
}
const priorityWords: Readonly<Record<string, number>> = {
  ...{ highest: 4, high: 3, medium: 2, low: 1, lowest: 1 },
}
const signed = /(📅|📆|🗓|🛫|⏳|⌛|✅|❌|➕)\ufe0f?\s*(\d{4}-\d\d-\d\d)/gu
const repeatSign = /🔁\ufe0f?\s*([\p{L}\p{N} ,!]{1,100})/u
const field = /[[(]([a-z]{3,12})::\s*([^\])]{1,100})[\])]/giu
const other = /(🆔|⛔|🏁)\ufe0f?\s*[\w,-]+/gu
const tag = /(^|\s)#([\p{L}\p{N}_/-]*[\p{L}_/-][\p{L}\p{N}_/-]*)/gu

/** The title of a task in Markdown, and what its signs say. */
export function readObsidian(
  text: string,
  { report, context }: Reading,
): Omit<DraftTask, 'key' | 'list'> {
  const found = new Map<Field, string>()
  let priority = 0
  const tags: string[] = []
  const title = text
    .replace(field, (whole, name: string, value: string) => {
      const meaning = words[name.toLowerCase()]
      if (meaning === undefined) return whole
      if (meaning === 'priority') priority = priorityWords[value.trim().toLowerCase()] ?? 0
      else found.set(meaning, value.trim())
      return ' '
    })
    .replace(signed, (_, sign: string, day: string) => {
      found.set(signs[sign] as Field, day)
      return ' '
    })
    .replace(repeatSign, (_, rule: string) => {
      found.set('repeat', rule.trim())
      return ' '
    })
    .replace(other, (whole) => {
      report.add('What a task depends on and does when it is completed is left out.', whole)
      return ' '
    })
    .replace(/(🔺|⏫|🔼|🔽|⏬)\ufe0f?/gu, (_, sign: string) => {
      priority = prioritySigns[sign] ?? 0
      return ' '
    })
    .replace(tag, (_, before: string, name: string) => {
      tags.push(name)
      return before
    })
    .replace(/\s+/g, ' ')
    .trim()
  const scheduled = toDay(found.get('scheduled'))
  const due = toDay(found.get('due')) ?? scheduled
  const start = toDay(found.get('start')) ?? (scheduled === due ? undefined : scheduled)
  const instant = (name: Field) => toInstant(found.get(name), context.timeZone)
  const repeat = found.get('repeat')
  const isAfterCompletion = /\bwhen done$/i.test(repeat ?? '')
  return {
    title: title || text.trim(),
    priority,
    tags,
    due: due === undefined ? undefined : { day: due },
    startOn: start,
    ...(repeat !== undefined && {
      repeats: { text: repeat.replace(/\s*when done$/i, ''), isAfterCompletion },
    }),
    completedAt: instant('done'),
    createdAt: instant('created'),
  }
}
