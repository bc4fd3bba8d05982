import type { DraftRepeat, DraftTask } from '../draft/draft.ts'
import { frequencies } from '../draft/frequencies.ts'
import { toPriority } from '../draft/letter-priority.ts'
import { toDay, toInstant } from '../draft/moments.ts'
import { NamedLists } from '../draft/named-lists.ts'
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

/** A line a task, as todo.txt has them; of any other text each line is a title. */
export const todoTxtReader: SourceReader = {
  source: 'todotxt',
  fields,
  recognizes: (file) => file.hasEnding('txt', 'text') && file.text.trim() !== '',
  read(file, reading) {
    const keys = new PathKeys()
    const lists = new NamedLists(reading.draft.lists)
    for (const [nth, line] of file.text.split(/\r\n|\r|\n/).entries()) {
      if (line.trim() === '') continue
      const { list, ...task } = readLine(line.trim(), reading)
      const name = lists.add(list ?? 'Inbox', list === undefined)
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
  const created = done ? second : first
  const instant = (day: string | undefined) => toInstant(day, context.timeZone)
  return {
    title: words.join(' ') || line,
    list,
    tags: [...contexts, ...more],
    priority: toPriority(/^[A-Z]$/i.exec(letter ?? values.get('pri') ?? '')?.[0]),
    due: due === undefined ? undefined : { day: due },
    startOn: toDay(values.get('t')),
    ...(values.has('rec') && { repeats: readRepeat(values.get('rec') ?? '') }),
    completedAt: done ? (instant(first) ?? context.now) : undefined,
    createdAt: instant(created),
  }
}

function readRepeat(written: string): DraftRepeat {
  const [, plus, count = '', unit = ''] = /^(\+)?(\d{1,4})([dwmy])$/i.exec(written) ?? []
  const frequency = frequencies[unit.toLowerCase()]
  if (frequency === undefined) return { text: written }
  return {
    rule: `FREQ=${frequency};INTERVAL=${Number(count)}`,
    isAfterCompletion: plus === undefined,
  }
}
