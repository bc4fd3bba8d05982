import type { UserDatabase } from '../db/user-database.ts'
import { parseRecurrenceRule } from '../domain/recurrence/parse.ts'
import { describeRecurrence } from '../domain/recurrence/sentence.ts'
import type { ExportedTask } from './export.queries.ts'
import { type PlacedExport, walkInOrder } from './export-order.ts'

const signs = ['', '🔽', '🔼', '⏫', '🔺']

/** Check lists under a heading for each list, with the signs that Obsidian Tasks has for dates. */
export async function* exportMarkdown(db: UserDatabase): AsyncGenerator<string> {
  let list: string | undefined
  for await (const part of walkInOrder(db)) {
    let text = ''
    for (const placed of part) {
      if (placed.list.id !== list)
        text += `${list === undefined ? '' : '\n'}# ${placed.list.name}\n\n`
      list = placed.list.id
      text += writeTask(placed)
    }
    yield text
  }
}

function writeTask({ task, tags, depth }: PlacedExport): string {
  const indent = '    '.repeat(depth)
  const line = [
    `${indent}- [${task.completedAt ? 'x' : ' '}] ${task.title}`,
    ...tags.map((name) => `#${toTag(name)}`),
    signs[task.priority],
    task.recurrenceRule && `🔁 ${sayRepeat(task)}`,
    task.createdAt && `➕ ${task.createdAt.slice(0, 10)}`,
    task.startOn && `🛫 ${task.startOn}`,
    task.dueOn && `📅 ${task.dueOn}`,
    task.completedAt && `✅ ${task.completedAt.slice(0, 10)}`,
  ]
  const notes = (task.description ?? '')
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => `${indent}    ${text}\n`)
  return `${line.filter(Boolean).join(' ')}\n${notes.join('')}`
}

function toTag(name: string): string {
  return name.trim().replace(/[^\p{L}\p{N}_/-]+/gu, '-')
}

function sayRepeat({ recurrenceRule, recurrenceBasis }: ExportedTask): string {
  const parsed = parseRecurrenceRule(recurrenceRule ?? '')
  if (!parsed.ok) return recurrenceRule ?? ''
  const sentence = describeRecurrence(parsed.rule, 'SCHEDULE')
  return recurrenceBasis === 'COMPLETION' ? `${sentence} when done` : sentence
}
