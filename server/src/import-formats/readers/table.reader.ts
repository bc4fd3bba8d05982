import type { DraftDue, DraftTask } from '../draft/draft.ts'
import { toDue, toInstant, toTimeZone } from '../draft/moments.ts'
import { NamedLists } from '../draft/named-lists.ts'
import { PathKeys } from '../draft/path-keys.ts'
import { readPhrase } from '../draft/read-phrase.ts'
import { unguard } from '../files/csv-cell.ts'
import { type CsvRow, readCsv } from '../files/csv-table.ts'
import type { InputFile } from '../files/input-file.ts'
import type { Reading, SourceReader } from '../source-reader.ts'
import { guessColumns, type TableColumn, tableColumnNames, tableColumns } from './table-columns.ts'

const meanings: Readonly<Record<TableColumn, string>> = {
  title: 'Title',
  notes: 'Notes',
  list: 'List; of a table without, the file’s name',
  section: 'Section: a list of its own, or a tag',
  parent: 'Subtask of the task with this id or title',
  tags: 'Tags, parted by commas, semicolons or lines',
  priority: 'Priority: urgent, high, medium, low; 1 or p1 is Urgent',
  start: 'Start',
  due: 'Due date, in the style of your preferences or in English',
  time: 'Due time',
  zone: 'The zone of the due time',
  repeats: 'Repeat, as a rule (RFC 5545) or in English',
  basis: 'Whether it repeats after completion',
  completed: 'Completed: yes, true, x, done, completed, 1, or a date',
  completedAt: 'When it was completed',
  createdAt: 'When it was created',
  deleted: 'Deleted ones are left out',
  id: 'Keeps it the same task when it is imported again',
}
const fields = Object.fromEntries(
  tableColumnNames.map((name) => [tableColumns[name].slice(0, 3).join(', '), meanings[name]]),
)

const priorities: readonly RegExp[] = [
  /^$/,
  /^(?:low|4|p4|lowest|minor)$/i,
  /^(?:medium|med|normal|3|p3|moderate)$/i,
  /^(?:high|2|p2|important|major)$/i,
  /^(?:urgent|1|p1|highest|critical|asap)$/i,
]

/** A table of no known app, whose columns are recognised by their headings or named by hand. */
export const tableReader: SourceReader = {
  source: 'csv',
  fields,
  recognizes(file) {
    if (file.isJson || !(file.hasEnding('csv', 'tsv') || /^[^\n]*[,;\t]/.test(file.text)))
      return false
    return file.hasEnding('csv', 'tsv') || readColumns(file).title !== undefined
  },
  read(file, reading) {
    const table = readCsv(file)
    if (!table) throw file.refuse('the table is empty.')
    const columns = { ...(reading.context.columns ?? guessColumns(table.headings)) }
    const { title } = columns
    // The preview asks which one it is.
    if (title === undefined || title >= table.headings.length) return
    const taken = new Set<number>(Object.values(columns))
    for (const [nth, heading] of table.headings.entries())
      if (!taken.has(nth)) reading.report.add('Columns that aren’t matched are left out.', heading)
    const fileList = file.stem || 'Table'
    const keys = new PathKeys()
    const lists = new NamedLists(reading.draft.lists)
    const byName = new Map<string, string>()
    for (const row of table.rows) {
      const cell = (column: TableColumn) => unguard(row.cells[columns[column] ?? -1] ?? '').trim()
      if (cell('deleted') !== '') {
        reading.report.add('What was deleted there is left out.', cell('title'))
        continue
      }
      const name = cell('list') || fileList
      const list = lists.add(name, name.toLowerCase() === 'inbox')
      const own = cell('title')
      const key = cell('id') || keys.make(list, own)
      if (!byName.has(own)) byName.set(own, key)
      byName.set(key, key)
      const parent = cell('parent')
      reading.draft.tasks.push({
        ...readRow(cell, row, reading),
        ...{ key, list, title: own },
        parent: parent === '' ? undefined : (byName.get(parent) ?? parent),
      })
    }
  },
}

function readColumns(file: InputFile) {
  const [line = ''] = file.text.split(/\r?\n/, 1)
  return guessColumns(line.split(/[,;\t]/).map((cell) => cell.replace(/"/g, '')))
}

function readRow(
  cell: (column: TableColumn) => string,
  row: CsvRow,
  reading: Reading,
): Omit<DraftTask, 'key' | 'list' | 'title'> {
  const { context } = reading
  const zone = toTimeZone(cell('zone')) ?? context.timeZone
  const title = cell('title')
  const due = withTime(readDate(cell('due'), title, zone, reading), cell('time'), zone)
  const start = readDate(cell('start'), title, zone, reading)?.day
  const repeats = cell('repeats')
  const completedAt = toInstant(cell('completedAt'), zone) ?? toInstant(cell('completed'), zone)
  const isDone =
    completedAt !== undefined ||
    /^(?:yes|y|true|x|done|completed?|1|closed|✓|✔)$/i.test(cell('completed'))
  return {
    notes: cell('notes'),
    section: cell('section') || undefined,
    tags: readTags(cell('tags')),
    priority: Math.max(
      0,
      priorities.findIndex((words) => words.test(cell('priority'))),
    ),
    due,
    startOn: start,
    ...(repeats && {
      repeats: {
        ...(/FREQ=/i.test(repeats) ? { rule: repeats } : { text: repeats }),
        isAfterCompletion: /^completion$/i.test(cell('basis')),
      },
    }),
    completedAt: isDone ? (completedAt ?? context.now) : undefined,
    createdAt: toInstant(cell('createdAt'), zone),
    where: `line ${row.line}`,
  }
}

/** Also as our own table has them: those with commas in quotes. */
function readTags(text: string): string[] {
  return [...text.matchAll(/\s*"((?:[^"]|"")*)"|([^,;\n]+)/g)].map(([, quoted, plain = '']) =>
    (quoted?.replaceAll('""', '"') ?? plain).trim().replace(/^#/, ''),
  )
}

/** @returns undefined for none, which is reported when there is a text */
export function readDate(
  text: string,
  title: string,
  zone: string,
  { context, report }: Reading,
): DraftDue | undefined {
  if (text === '') return undefined
  const written = toDue(text, zone) ?? readNumbers(text, context.dateStyle)
  if (written) return written
  const read = readPhrase(text, { ...context, timeZone: zone })
  if (read?.dueOn && !read.recurrence)
    return {
      day: read.dueOn,
      ...(read.dueTime && read.dueTimeZone && { time: read.dueTime, timeZone: read.dueTimeZone }),
    }
  report.add('Dates that Tend can’t read are left out.', `${title}: ${text}`)
  return undefined
}

/** `17/9/2025`, also in the past, and by the person's own style where it can be two days. */
function readNumbers(text: string, style: string): DraftDue | undefined {
  const [, one = '', two = '', year = ''] =
    /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[ T].*)?$/.exec(text) ?? []
  if (year === '') return undefined
  const isMonthFirst = Number(two) > 12 || (style === 'MONTH_FIRST' && Number(one) <= 12)
  const [month, day] = isMonthFirst ? [one, two] : [two, one]
  return toDue(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, 'UTC')
}

function withTime(due: DraftDue | undefined, time: string, zone: string): DraftDue | undefined {
  const [, hours = '', minutes = '', half] =
    /^(\d{1,2}):(\d\d)(?::\d\d)?\s*([ap]m)?$/i.exec(time) ?? []
  if (!due || hours === '') return due
  const hour = half ? (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hours)
  if (hour > 23 || Number(minutes) > 59) return due
  return { day: due.day, time: `${String(hour).padStart(2, '0')}:${minutes}`, timeZone: zone }
}
