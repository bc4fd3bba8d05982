import type { UserDatabase } from '../db/user-database.ts'
import { type PlacedExport, walkInOrder } from './export-order.ts'

const letters = ['', 'D', 'C', 'B', 'A']
const units = { DAILY: 'd', WEEKLY: 'w', MONTHLY: 'm', YEARLY: 'y' }

/** A line a task, as todo.txt has them. Subtasks and notes have no place there. */
export async function* exportTodoTxt(db: UserDatabase): AsyncGenerator<string> {
  for await (const part of walkInOrder(db))
    yield part.map((placed) => `${writeLine(placed)}\n`).join('')
}

function writeLine({ task, list, tags }: PlacedExport): string {
  const letter = letters[task.priority]
  const done = task.completedAt?.slice(0, 10)
  return [
    done ? `x ${done}` : letter && `(${letter})`,
    task.createdAt.slice(0, 10),
    task.title,
    !list.isInbox && `+${toWord(list.name)}`,
    ...tags.map((name) => `@${toWord(name)}`),
    task.dueOn && `due:${task.dueOn}`,
    task.startOn && `t:${task.startOn}`,
    task.recurrenceRule && writeRepeat(task.recurrenceRule, task.recurrenceBasis),
    done && letter && `pri:${letter}`,
  ]
    .filter(Boolean)
    .join(' ')
}

function toWord(name: string): string {
  return name.trim().replace(/\s+/g, '_')
}

/** Only a plain interval can be said. */
function writeRepeat(rule: string, basis: string | null): string | undefined {
  const [, frequency, interval = '1'] =
    /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=(\d+))?$/.exec(rule) ?? []
  if (frequency === undefined) return undefined
  const sign = basis === 'COMPLETION' ? '' : '+'
  return `rec:${sign}${interval}${units[frequency as keyof typeof units]}`
}
