import type { DraftDue, DraftRepeat, DraftTask } from '../draft/draft.ts'
import { frequencies } from '../draft/frequencies.ts'
import { toPriority } from '../draft/letter-priority.ts'
import { toDue, toInstant } from '../draft/moments.ts'
import { NamedLists } from '../draft/named-lists.ts'
import { PathKeys } from '../draft/path-keys.ts'
import type { Reading, SourceReader } from '../source-reader.ts'

const fields = {
  '* Headline': 'List; one under it without a keyword is a section of that list',
  '* TODO': 'Task; other keywords by `#+TODO:`, or NEXT, WAITING, HOLD, STARTED',
  '* DONE': 'Completed; CANCELLED too',
  'TODO under TODO': 'Subtask',
  '[#A]': 'Priority: A Urgent, B High, C Medium, others Low',
  ':tag:': 'Tags',
  DEADLINE: 'Due date',
  SCHEDULED: 'Start if there is a deadline, otherwise due date',
  CLOSED: 'When it was completed',
  '+1w, ++1w': 'Repeat on schedule',
  '.+1w': 'Repeat after completion',
  ':ID:': 'Keeps it the same task when it is imported again',
  ':CREATED:': 'When it was created',
  'other drawers': 'Left out',
  '- [ ] in its text': 'Subtasks',
  text: 'Notes',
}
const headline = /^(\*{1,1000})[ \t]+(.*)$/
const stamp =
  /[<[](\d{4}-\d\d-\d\d)(?:[ \t]+[^\d\s>\]+.-][^\s>\]]*)?(?:[ \t]+(\d{1,2}:\d\d)(?:-\d{1,2}:\d\d)?)?([^>\]]*)[>\]]/u
const checkbox = /^[ \t]*[-+*][ \t]+\[([ Xx-])\][ \t]+(.+)$/

/** Headlines of Org mode with their keywords, dates and texts. */
export const orgReader: SourceReader = {
  source: 'org',
  fields,
  recognizes: (file) =>
    file.hasEnding('org', 'org_archive') ||
    /^\*+ (?:TODO|DONE|NEXT|WAITING) /m.test(file.text.slice(0, 200_000)),
  read(file, reading) {
    const outline = new Outline(file.stem || 'Org', reading)
    for (const [nth, line] of file.text.split(/\r\n|\r|\n/).entries())
      outline.take(line.trimEnd(), nth + 1)
  },
}

class Outline {
  readonly #reading: Reading
  readonly #keys = new PathKeys()
  readonly #lists: NamedLists
  readonly #stem: string
  readonly #done = new Set(['DONE', 'CANCELLED', 'CANCELED'])
  readonly #open = new Set(['TODO', 'NEXT', 'WAITING', 'HOLD', 'STARTED', 'IN-PROGRESS', 'SOMEDAY'])
  /** Headlines above the current line, tasks and others. */
  #above: { level: number; name: string; task?: DraftTask }[] = []
  #drawer: string | undefined

  constructor(stem: string, reading: Reading) {
    this.#stem = stem
    this.#reading = reading
    this.#lists = new NamedLists(reading.draft.lists)
  }

  take(line: string, number: number): void {
    const [, keywords] = /^#\+(?:SEQ_|TYP_)?TODO:\s*(.*)$/i.exec(line) ?? []
    if (keywords !== undefined) {
      this.#learn(keywords)
      return
    }
    const [, stars, text] = headline.exec(line) ?? []
    if (stars !== undefined && text !== undefined) {
      this.#takeHeadline(stars.length, text, number)
      return
    }
    if (/^\s*#/.test(line)) return
    const task = this.#above.at(-1)?.task
    if (task) this.#takeBody(line, task, number)
    else if (line.trim() !== '' && !/^\s*:[\w-]+:/.test(line))
      this.#reading.report.add('Text that belongs to no task is left out.', line)
  }

  #learn(keywords: string): void {
    const [open = '', done = ''] = keywords.split('|')
    for (const word of open.split(/\s+/)) if (word) this.#open.add(word.replace(/\(.*/, ''))
    for (const word of done.split(/\s+/)) if (word) this.#done.add(word.replace(/\(.*/, ''))
  }

  #takeHeadline(level: number, text: string, number: number): void {
    this.#drawer = undefined
    while ((this.#above.at(-1)?.level ?? 0) >= level) this.#above.pop()
    const [word = ''] = text.split(/\s/, 1)
    const isDone = this.#done.has(word)
    if (!isDone && !this.#open.has(word)) {
      this.#above.push({ level, name: text.replace(/[ \t]+:[\w@#%:]+:$/u, '').trim() })
      return
    }
    const { context } = this.#reading
    const [, letter, rest = ''] =
      /^(?:\[#([A-Z0-9])\])?\s*(.*)$/i.exec(text.slice(word.length).trim()) ?? []
    const [, title = rest, tags = ''] = /^(.*?)[ \t]*:([\p{L}\p{N}_@#%:]+):$/u.exec(rest) ?? []
    const outer = this.#above.filter(({ task }) => !task)
    const list = this.#lists.add(outer[0]?.name || this.#stem)
    const section =
      outer
        .slice(1)
        .map(({ name }) => name)
        .join(' / ') || undefined
    const parent = this.#above.at(-1)?.task
    const task: DraftTask = {
      ...{ list, section, title: title.trim() },
      key: this.#keys.make(parent?.key ?? JSON.stringify([list, section]), title.trim()),
      parent: parent?.key,
      tags: tags.split(':').map((tag) => tag.replace(/^@/, '')),
      priority: toPriority(letter),
      completedAt: isDone ? context.now : undefined,
      where: `line ${number}`,
    }
    this.#reading.draft.tasks.push(task)
    this.#above.push({ level, name: title, task })
  }

  #takeBody(line: string, task: DraftTask, number: number): void {
    const [, property, value] = /^\s*:([\w-]+):\s*(.*)$/.exec(line) ?? []
    if (property !== undefined) {
      this.#takeProperty(property.toUpperCase(), value ?? '', task)
      return
    }
    if (this.#drawer !== undefined) return
    const plans = [...line.matchAll(/\b(SCHEDULED|DEADLINE|CLOSED):\s*([<[][^>\]]*[>\]])/g)]
    if (plans.length > 0) {
      this.#takePlans(plans, task)
      return
    }
    const [, mark, title] = checkbox.exec(line) ?? []
    if (title !== undefined) {
      const isDone = task.completedAt !== undefined || mark !== ' '
      this.#reading.draft.tasks.push({
        ...{ key: this.#keys.make(task.key, title), list: task.list, parent: task.key, title },
        completedAt: isDone ? (task.completedAt ?? this.#reading.context.now) : undefined,
        where: `line ${number}`,
      })
    } else task.notes = task.notes ? `${task.notes}\n${line.trim()}` : line.trim()
  }

  #takeProperty(name: string, value: string, task: DraftTask): void {
    if (name === 'END') this.#drawer = undefined
    else if (this.#drawer === undefined && value === '') this.#drawer = name
    // Its properties come before what is under it, so nobody has its key yet.
    else if (name === 'ID' && value !== '') task.key = value.trim()
    else if (name === 'CREATED') {
      const createdAt = this.#instant(value)
      if (createdAt) task.createdAt = createdAt
    }
  }

  #takePlans(plans: readonly RegExpExecArray[], task: DraftTask): void {
    const { timeZone } = this.#reading.context
    for (const [, kind, text = ''] of plans) {
      const [, day = '', time, repeater = ''] = stamp.exec(text) ?? []
      const due = toDue(time ? `${day}T${time.padStart(5, '0')}` : day, timeZone)
      if (kind === 'CLOSED')
        task.completedAt = task.completedAt && (this.#instant(text) ?? task.completedAt)
      else if (due) {
        plan(task, kind === 'DEADLINE', due)
        const repeats = readRepeater(repeater)
        if (repeats) task.repeats = repeats
      }
    }
  }

  #instant(text: string): string | undefined {
    const [, day = '', time = '12:00'] = stamp.exec(text) ?? []
    return toInstant(`${day}T${time.padStart(5, '0')}`, this.#reading.context.timeZone)
  }
}

/** The deadline is due; what is scheduled is when to start with it, or due where there is no deadline. */
function plan(task: DraftTask, isDeadline: boolean, due: DraftDue): void {
  const before = task.due
  if (before === undefined) {
    task.due = due
    return
  }
  const [start, end] = isDeadline ? [before, due] : [due, before]
  task.due = end
  if (start.day <= end.day) task.startOn = start.day
}

function readRepeater(text: string): DraftRepeat | undefined {
  const [, sign, count, unit = ''] = /(\+\+|\.\+|\+)(\d{1,4})([hdwmy])/.exec(text) ?? []
  if (sign === undefined) return undefined
  const frequency = frequencies[unit]
  if (frequency === undefined) return { text: text.trim() }
  return { rule: `FREQ=${frequency};INTERVAL=${Number(count)}`, isAfterCompletion: sign === '.+' }
}
