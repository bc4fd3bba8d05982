type FieldChange = { field: string; before: string | null; after: string | null }

const words: Readonly<Record<string, string>> = {
  description: 'notes',
  dueOn: 'due',
  dueTime: 'due',
  dueTimeZone: 'due',
  startOn: 'start',
  listId: 'list',
  parentId: 'parent',
  position: 'place',
}

/** What a change did to a task: `completed`, `changed due, list` */
export function sayChange(operation: string, changes: readonly FieldChange[]): string {
  if (operation !== 'CHANGED') return operation.toLowerCase()
  const isSet = (field: string) => changes.find((change) => change.field === field)?.after
  const completed = isSet('completedAt')
  if (completed !== undefined) return completed === null ? 'reopened' : 'completed'
  const deleted = isSet('deletedAt')
  if (deleted !== undefined) return deleted === null ? 'restored' : 'deleted'
  const fields = changes.map(({ field }) =>
    field.startsWith('recurrence') ? 'repeat' : (words[field] ?? field),
  )
  const named = new Set(fields)
  // It has a place in every list.
  if (named.has('list')) named.delete('place')
  return `changed ${[...named].join(', ')} of`
}
