import type { DraftTask } from '../draft/draft.ts'
import { toDue, toTimeZone } from '../draft/moments.ts'
import { PathKeys } from '../draft/path-keys.ts'
import { listKnown, reportUnknown } from '../draft/report-unknown.ts'
import { unguard } from '../files/csv-cell.ts'
import { type CsvRow, readCsv } from '../files/csv-table.ts'
import type { Reading, SourceReader } from '../source-reader.ts'
import { readTodoistDate, withDeadline } from './todoist-dates.ts'

const fields = {
  TYPE: 'Which kind of row it is: a task, a section, a comment',
  CONTENT: 'Title, or the section’s name; labels in it (`@x`) become tags',
  DESCRIPTION: 'Notes',
  PRIORITY: 'Priority: 1 Urgent, 2 High, 3 Medium, 4 none',
  INDENT: 'Subtask of the row above with less',
  AUTHOR: 'Left out',
  RESPONSIBLE: 'Notes: `Assigned to`',
  DATE: 'Due date and repeat, by quick add’s grammar; what it can’t read goes to the notes',
  DATE_LANG: 'The language of DATE; English is read',
  TIMEZONE: 'The zone of the due time',
  DURATION: 'Notes: `Duration`',
  DURATION_UNIT: 'Notes: `Duration`',
  DEADLINE: 'Due date; DATE is the start then',
  DEADLINE_LANG: 'Left out',
  is_collapsed: 'Left out',
}

/** Most urgent is 1, the opposite of Todoist's JSON. */
const priorities: Readonly<Record<string, number>> = { 1: 4, 2: 3, 3: 2 }
const label = /(^|\s)@([^\s@,]+)(?=\s|$)/gu

/** A project of Todoist as CSV of every age: columns go by their headings. The list is called as the file. */
export const todoistCsvReader: SourceReader = {
  source: 'todoist',
  fields,
  recognizes: (file) => /^"?type"?,"?content"?,/i.test(file.text.slice(0, 200)),
  read(file, reading) {
    const table = readCsv(file)
    if (!table) return
    const { report, draft } = reading
    reportUnknown(
      table.headings.map((heading) => (heading in fields ? heading : heading.toUpperCase())),
      listKnown(fields, ['IS_COLLAPSED']),
      report,
    )
    const name = file.stem.replace(/\s*\[[^\]]*\]$/, '').trim() || 'Todoist'
    const list = { key: `csv:${name}`, name, isInbox: name.toLowerCase() === 'inbox' }
    draft.lists.push(list)
    const keys = new PathKeys()
    const above: string[] = []
    let section: string | undefined
    let last: DraftTask | undefined
    for (const row of table.rows) {
      const type = row.get('type').trim().toLowerCase()
      if (type === 'section') {
        section = unguard(row.get('content')).trim() || undefined
        last = undefined
        above.length = 0
      } else if (type === 'note') noteOn(last, row, reading)
      else if (type === 'task') {
        const depth = Math.min(Math.max(1, Number(row.get('indent')) || 1), above.length + 1)
        above.length = depth - 1
        const parent = above.at(-1)
        last = { ...readTask(row, reading), list: list.key, parent, section, key: '' }
        last.key = keys.make(parent ?? `${list.key}/${section ?? ''}`, last.title)
        above.push(last.key)
        draft.tasks.push(last)
      } else if (type !== 'meta' && type !== '')
        report.add('Rows of a kind that Tend doesn’t know are left out.', type)
    }
  },
}

function readTask(row: CsvRow, reading: Reading): Omit<DraftTask, 'key' | 'list'> {
  const { report, context } = reading
  const content = unguard(row.get('content'))
  const tags = [...content.matchAll(label)].map(([, , name = '']) => name)
  const isHeadline = content.startsWith('* ')
  const title = content.replace(label, '$1').replace(/\s+/g, ' ').trim().replace(/^\* /, '')
  if (isHeadline) report.add('Tasks that couldn’t be completed can be now.', title)
  const language = row.get('date_lang')
  const zone = row.get('timezone')
  const date = readTodoistDate(row.get('date'), { language, zone }, title, reading)
  const deadline = toDue(row.get('deadline'), toTimeZone(zone) ?? context.timeZone)
  const { extras = [], ...dates } = withDeadline(date, deadline)
  const duration = row.get('duration').trim()
  const person = row.get('responsible').trim()
  return {
    title,
    notes: unguard(row.get('description')),
    priority: priorities[row.get('priority').trim()] ?? 0,
    tags,
    ...dates,
    extras: [
      ...extras,
      ...(duration && !/^none$/i.test(duration)
        ? ([['Duration', `${duration} ${row.get('duration_unit')}`]] as const)
        : []),
      ...(person ? ([['Assigned to', person]] as const) : []),
    ],
    where: `line ${row.line}`,
  }
}

/** Comments follow their task; those before the first are the project's. */
function noteOn(task: DraftTask | undefined, row: CsvRow, { report }: Reading): void {
  const text = unguard(row.get('content'))
  const comment = text.replace(/\s*\[\[file [\s\S]*\]\]\s*$/, '')
  if (comment !== text) report.add('Attached files are left out.', task?.title)
  if (comment.trim() === '') return
  if (!task) {
    report.add('Comments on projects are left out.', comment)
    return
  }
  task.extras ??= []
  task.extras.push(['Comment', comment])
}
