import type { DraftTask } from '../draft/draft.ts'
import { toInstant } from '../draft/moments.ts'
import { NamedLists } from '../draft/named-lists.ts'
import { PathKeys } from '../draft/path-keys.ts'
import { unguard } from '../files/csv-cell.ts'
import { readCsv } from '../files/csv-table.ts'
import type { SourceReader } from '../source-reader.ts'
import { readDate } from './table.reader.ts'

const fields = {
  'Task ID': 'Keeps it the same task, unless a spreadsheet has rounded it',
  'Created At': 'When it was created',
  'Completed At': 'When it was completed',
  'Last Modified': 'When it was changed',
  Name: 'Title',
  'Section/Column': 'Section: a list of its own, or a tag',
  Assignee: 'Notes: `Assigned to`',
  'Assignee Email': 'Left out',
  'Start Date': 'Start',
  'Due Date': 'Due day; Asana exports no time',
  Tags: 'Tags',
  Notes: 'Notes',
  Projects: 'List: the first one',
  'Parent task': 'Subtask of the task with this name',
  'Blocked By (Dependencies)': 'Reported',
  'Blocking (Dependencies)': 'Reported',
  'other columns': 'Custom fields go to the notes under their names',
}

/** A project of Asana as CSV, also after it was opened in a spreadsheet. */
export const asanaReader: SourceReader = {
  source: 'asana',
  fields,
  recognizes: (file) => /"?task id"?[,;\t][^\n]*section\/column/i.test(file.text.slice(0, 5_000)),
  read(file, reading) {
    const table = readCsv(file, (cells) => cells.includes('task id'))
    if (!table) return
    const { draft, report, context } = reading
    const custom = table.headings.filter(
      (heading) => !Object.hasOwn(fields, heading) && heading !== '',
    )
    const keys = new PathKeys()
    const lists = new NamedLists(draft.lists)
    const byName = new Map<string, string>()
    const parents: [DraftTask, string][] = []
    for (const row of table.rows) {
      const get = (heading: string) => unguard(row.get(heading.toLowerCase())).trim()
      const title = get('Name')
      const id = get('Task ID')
      // Spreadsheets keep empty rows between others.
      if (title === '' && id === '') continue
      const list = lists.add(get('Projects').split(',')[0]?.trim() || file.stem || 'Asana')
      // 1.21143E+15 is what a spreadsheet makes of many ids.
      const key = /^\d+$/.test(id) ? id : keys.make(list, title)
      if (get('Blocked By (Dependencies)') || get('Blocking (Dependencies)'))
        report.add('What a task depends on is left out.', title)
      const due = readDate(get('Due Date'), title, context.timeZone, reading)
      const start = readDate(get('Start Date'), title, context.timeZone, reading)?.day
      const person = get('Assignee')
      const completed = get('Completed At')
      const task: DraftTask = {
        ...{ key, list, title, notes: get('Notes'), due },
        section: get('Section/Column') || undefined,
        startOn: start,
        tags: get('Tags').split(','),
        extras: [
          ...(person ? ([['Assigned to', person]] as const) : []),
          ...custom.flatMap((heading) => (get(heading) ? [[heading, get(heading)] as const] : [])),
        ],
        // However a spreadsheet has written the day, it is completed.
        completedAt:
          toInstant(completed, context.timeZone) ?? (completed === '' ? undefined : context.now),
        createdAt: toInstant(get('Created At'), context.timeZone),
        updatedAt: toInstant(get('Last Modified'), context.timeZone),
        where: `line ${row.line}`,
      }
      draft.tasks.push(task)
      if (!byName.has(title)) byName.set(title, key)
      const parent = get('Parent task')
      if (parent !== '') parents.push([task, parent])
    }
    // By name, and it may come later.
    for (const [task, name] of parents) task.parent = byName.get(name) ?? name
  },
}
