import type { DraftTask } from '../draft/draft.ts'
import { NamedLists } from '../draft/named-lists.ts'
import { PathKeys } from '../draft/path-keys.ts'
import type { Reading, SourceReader } from '../source-reader.ts'
import { readObsidian } from './obsidian-signs.ts'

const fields = {
  '# Heading': 'List; a heading under it is a section of that list',
  '- [ ]': 'Task; `*`, `+` and `1.` too',
  '- [x]': 'Completed; `[-]` too',
  'indented task': 'Subtask',
  'other text under a task': 'Notes',
  'text under a heading': 'Left out, and reported',
  '#tag': 'Tag',
  '📅 [due:: ]': 'Due date',
  '🛫 [start:: ]': 'Start',
  '⏳ [scheduled:: ]': 'Start if there is a due date, otherwise due date',
  '🔁 [repeat:: ]': 'Repeat; with `when done` after completion',
  '🔺 ⏫ 🔼 🔽 ⏬ [priority:: ]': 'Priority: Urgent, High, Medium, Low, Low',
  '✅ ❌ [completion:: ]': 'When it was completed',
  '➕ [created:: ]': 'When it was created',
  '🆔 ⛔ 🏁': 'Left out, and reported',
}

const item = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+\[(.)\][ \t]+(.*)$/u
const heading = /^(#{1,6})[ \t]+(.*?)[ \t#]*$/

/** Check lists of Markdown, with the signs that Obsidian Tasks and Dataview have for dates. */
export const markdownReader: SourceReader = {
  source: 'markdown',
  fields,
  recognizes: (file) => file.text.split('\n', 20_000).some((line) => item.test(line.trimEnd())),
  read(file, reading) {
    const page = new Page(file.stem || 'Markdown', reading)
    for (const [nth, line] of file.text.split(/\r\n|\r|\n/).entries())
      page.take(line.trimEnd(), nth + 1)
    page.end()
  },
}

class Page {
  readonly #reading: Reading
  readonly #keys = new PathKeys()
  readonly #lists: NamedLists
  readonly #stem: string
  #list: string
  #section: string | undefined
  #topLevel = 0
  /** The tasks that the next one may be under, by how far they are indented. */
  #open: { indent: number; task: DraftTask }[] = []
  readonly #notes = new Map<DraftTask, string[]>()
  #isInFrontMatter = false

  constructor(stem: string, reading: Reading) {
    this.#stem = stem
    this.#list = stem
    this.#reading = reading
    this.#lists = new NamedLists(reading.draft.lists)
  }

  take(line: string, number: number): void {
    if (line === '---' && (number === 1 || this.#isInFrontMatter)) {
      this.#isInFrontMatter = number === 1
      return
    }
    if (this.#isInFrontMatter) return
    const [, marks, name] = heading.exec(line) ?? []
    if (marks !== undefined && name !== undefined) {
      this.#takeHeading(marks.length, name)
      return
    }
    const [, indent, mark, text] = item.exec(line) ?? []
    if (indent !== undefined && mark !== undefined && text !== undefined) {
      this.#takeTask({ indent: widthOf(indent), mark, text, number })
      return
    }
    this.#takeText(line)
  }

  #takeHeading(level: number, name: string): void {
    this.#open = []
    if (this.#topLevel === 0 || level <= this.#topLevel) {
      this.#topLevel = level
      this.#list = name || this.#stem
      this.#section = undefined
    } else this.#section = name || undefined
  }

  #takeTask({
    indent,
    mark,
    text,
    number,
  }: {
    indent: number
    mark: string
    text: string
    number: number
  }) {
    while ((this.#open.at(-1)?.indent ?? -1) >= indent) this.#open.pop()
    const { draft, context, report } = this.#reading
    const parent = this.#open.at(-1)?.task.key
    const { completedAt, ...signs } = readObsidian(text, this.#reading)
    if (mark === '-') report.add('Cancelled tasks count as completed.', signs.title)
    const isDone = /[xX-]/.test(mark)
    const task: DraftTask = {
      ...signs,
      list: this.#lists.add(this.#list),
      section: this.#section,
      parent,
      key: this.#keys.make(parent ?? JSON.stringify([this.#list, this.#section]), signs.title),
      completedAt: isDone ? (completedAt ?? context.now) : undefined,
      where: `line ${number}`,
    }
    draft.tasks.push(task)
    this.#open.push({ indent, task })
  }

  #takeText(line: string): void {
    const width = widthOf(/^[ \t]*/.exec(line)?.[0] ?? '')
    const last = this.#open.findLast(({ indent }) => line === '' || width > indent)
    if (last) this.#notes.getOrInsertComputed(last.task, () => []).push(line.trim())
    else if (line.trim() !== '') {
      this.#open = []
      this.#reading.report.add('Text that belongs to no task is left out.', line)
    }
  }

  /** Notes are put together once, because there may be a hundred thousand lines of them. */
  end(): void {
    for (const [task, lines] of this.#notes) task.notes = lines.join('\n').trim()
  }
}

function widthOf(indent: string): number {
  return [...indent].reduce((width, sign) => width + (sign === '\t' ? 4 : 1), 0)
}
