/** What is asked of a task; the notes only where they are given out, since they may be long. */
export const taskFields = `fragment TaskFields on Task {
  id title completed completedAt deletedAt dueOn dueTime dueTimeZone dueState startOn priority updatedAt
  list { id name } tags { id name } parent { id } recurrence { sentence }
  notes: description @include(if: $withNotes)
}`

export type AnsweredTask = {
  id: string
  title: string
  completed: boolean
  completedAt: string | null
  deletedAt: string | null
  dueOn: string | null
  dueTime: string | null
  dueTimeZone: string | null
  dueState: 'NONE' | 'OVERDUE' | 'TODAY' | 'NEXT_7_DAYS' | 'LATER'
  startOn: string | null
  updatedAt: string
  priority: 'NONE' | 'LOW' | 'MEDIUM' | 'HIGH' | 'URGENT'
  list: { id: string; name: string }
  tags: readonly { id: string; name: string }[]
  parent: { id: string } | null
  recurrence: { sentence: string } | null
  notes?: string | null
}

/** A task as `--json` shows it. Fields may be added; none is taken away or changes its meaning. */
export function toTaskJson({ parent, recurrence, notes, ...task }: AnsweredTask) {
  return {
    ...task,
    parentId: parent?.id ?? null,
    repeats: recurrence?.sentence ?? null,
    notes: notes ?? null,
  }
}
