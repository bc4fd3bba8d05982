import type { DraftRepeat, DraftTask } from '../draft/draft.ts'
import { toDay, toInstant } from '../draft/moments.ts'
import { PathKeys } from '../draft/path-keys.ts'
import type { Reading, SourceReader } from '../source-reader.ts'

const fields = {
  'x …': 'Completed, with the day',
  '(A)': 'Priority: A Urgent, B High, C Medium, D to Z Low',
  'first date': 'When it was created; of a completed one, when it was completed',
  text: 'Title',
  '+project': 'List; more of them are tags',
  '@context': 'Tag',
  'due:': 'Due date',
  't:': 'Start',
  'rec:': 'Repeat; with `+` on schedule, without after completion',
  'pri:': 'Priority of a completed task',
  'key:value': 'Stays in the title',
}

const units: Readonly<Record<string, string>> = {
  d: 'DAILY',
  w: 'WEEKLY',
  m: 'MONTHLY',
  y: 'YEARLY',
}

/** A line a task, as todo.txt has them; of any other text each line is a title. */
export const todoTxtReader: SourceReader = {
  source: 'todotxt',
  fields,
  recognizes: (file) => file.hasEnding('txt', 'text') && file.text.trim() !== '',
  read(file, reading) {
    const keys = new PathKeys()
    const lists = new Set<string>()
    for (const [nth, line] of file.text
      .replace(/^\ufeff/, '')
      .split(/\r\n|\r|\n/)
      .entries()) {
      if (line.trim() === '') continue
      const { list, ...task } = readLine(line.trim(), reading)
      const name = list ?? 'Inbox'
      if (!lists.has(name))
        reading.draft.lists.push({ key: name, name, isInbox: list === undefined })
      lists.add(name)
      reading.draft.tasks.push({
        ...task,
        list: name,
        key: keys.make(name, task.title),
        where: `line ${nth + 1}`,
      })
    }
  },
}

function readLine(
  line: string,
  { context }: Reading,
): Omit<DraftTask, 'key' | 'list'> & { list?: string | undefined } {
  const head = /^(x )?(?:\(([A-Z])\) )?(?:(\d{4}-\d\d-\d\d) )?(?:(\d{4}-\d\d-\d\d) )?/.exec(
    line,
  ) ?? ['']
  const [start, done, letter, first, second] = head
  const values = new Map<string, string>()
  const projects: string[] = []
  const contexts: string[] = []
  const words = line
    .slice(start.length)
    .split(/\s+/)
    .filter((word) => {
      const [, sign, name] = /^([+@])(\S+)$/.exec(word) ?? []
      if (name !== undefined) (sign === '+' ? projects : contexts).push(name)
      const [, key, value] = /^(due|t|rec|pri):(\S+)$/i.exec(word) ?? []
      if (key !== undefined && value !== undefined) values.set(key.toLowerCase(), value)
      return name === undefined && key === undefined
    })
  const [list, ...more] = projects
  const due = toDay(values.get('due'))
  const startOn = toDay(values.get('t'))
  const created = done ? second : first
  const instant = (day: string | undefined) => toInstant(day, context.timeZone)
  return {
    title: words.join(' ') || line,
    list,
    tags: [...contexts, ...more],
    priority: readPriority(letter ?? values.get('pri')),
    due: due === undefined ? undefined : { day: due },
    startOn: startOn !== undefined && due !== undefined && startOn > due ? due : startOn,
    ...(values.has('rec') && { repeats: readRepeat(values.get('rec') ?? '') }),
    completedAt: done ? (instant(first) ?? context.now) : undefined,
    createdAt: instant(created),
  }
}

function readPriority(letter: string | undefined): number {
  const nth = letter === undefined ? -1 : 'ABC'.indexOf(letter.toUpperCase())
  if (letter === undefined || !/^[a-z]$/i.test(letter)) return 0
  return nth < 0 ? 1 : 4 - nth
}

function readRepeat(written: string): DraftRepeat {
  const [, plus, count = '', unit = ''] = /^(\+)?(\d{1,4})([dwmy])$/i.exec(written) ?? []
  const frequency = units[unit.toLowerCase()]
  if (frequency === undefined) return { text: written }
  return {
    rule: `FREQ=${frequency};INTERVAL=${Number(count)}`,
    isAfterCompletion: plus === undefined,
  }
}
