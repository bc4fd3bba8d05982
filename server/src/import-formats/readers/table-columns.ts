/** What a column of a table of no known app may hold, and by which headings it is recognised. */
export const tableColumns = {
  title: [
    'title',
    'task',
    'task name',
    'name',
    'subject',
    'summary',
    'content',
    'to-do',
    'todo',
    'item',
    'what',
  ],
  notes: ['notes', 'note', 'description', 'details', 'body', 'comment', 'comments'],
  list: ['list', 'list name', 'project', 'project name', 'folder', 'board', 'area'],
  section: ['section', 'section/column', 'column', 'column name', 'group', 'bucket', 'heading'],
  parent: ['parent', 'parent task', 'subtask of', 'parent id'],
  tags: ['tags', 'tag', 'labels', 'label', 'categories', 'category', 'context'],
  priority: ['priority', 'importance', 'prio'],
  start: ['start', 'start date', 'start day', 'starts'],
  due: ['due', 'due date', 'due day', 'deadline', 'date', 'due on', 'finish by'],
  time: ['due time', 'time'],
  zone: ['time zone', 'timezone'],
  repeats: ['repeats', 'repeat', 'recurrence', 'recurring'],
  basis: ['repeats from'],
  completed: ['completed', 'done', 'status', 'is completed', 'complete', 'state'],
  completedAt: [
    'completed at',
    'completed on',
    'completion date',
    'completed date',
    'date completed',
  ],
  createdAt: [
    'created at',
    'created',
    'created on',
    'creation date',
    'date created',
    'written down at',
  ],
  deleted: ['in the trash since', 'deleted at', 'deleted'],
  id: ['id', 'task id', 'uuid', 'taskid'],
} as const satisfies Record<string, readonly string[]>

export type TableColumn = keyof typeof tableColumns
export const tableColumnNames = Object.keys(tableColumns) as TableColumn[]

/** Which column holds what, by its heading, from 0; each column once. */
export function guessColumns(headings: readonly string[]): Partial<Record<TableColumn, number>> {
  const normal = headings.map((heading) => heading.trim().toLowerCase())
  const found: Partial<Record<TableColumn, number>> = {}
  const taken = new Set<number>()
  for (const column of tableColumnNames)
    for (const name of tableColumns[column]) {
      const at = normal.indexOf(name)
      if (at < 0 || taken.has(at)) continue
      found[column] = at
      taken.add(at)
      break
    }
  return found
}
