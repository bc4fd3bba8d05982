import type { ImportPreview } from './upload-import.ts'

const list = new Intl.ListFormat('en-GB')

/** "412 tasks and 9 lists from Todoist" */
export function describeContents({ sources, counts }: ImportPreview): string {
  const parts = [
    say(counts.tasks, 'task', 'tasks'),
    counts.lists > 0 && say(counts.lists, 'list', 'lists'),
    counts.tags > 0 && say(counts.tags, 'tag', 'tags'),
  ].filter((part) => part !== false)
  return `${list.format(parts)} from ${list.format(sources)}`
}

/** "38 subtasks, 12 that repeat, 5 reminders, 200 completed. 380 tasks are here already and stay as they are." */
export function describeDetails({ counts, overlap }: ImportPreview): string {
  const { subtasks, repeats, reminders, completed } = counts
  const parts = [
    subtasks > 0 && say(subtasks, 'subtask', 'subtasks'),
    repeats > 0 && `${write(repeats)} that repeat${repeats === 1 ? 's' : ''}`,
    reminders > 0 && say(reminders, 'reminder', 'reminders'),
    completed > 0 && `${write(completed)} completed`,
  ].filter((part) => part !== false)
  const { here, inTrash } = overlap.tasks
  const known = here - inTrash
  return [
    parts.length > 0 && `With ${list.format(parts)}.`,
    known > 0 &&
      `${say(known, 'task is', 'tasks are')} here already and ${known === 1 ? 'stays as it is' : 'stay as they are'}.`,
    inTrash > 0 && `${say(inTrash, 'is', 'are')} in the trash.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** "3 things to look at" */
export function describeNotes(notes: ImportPreview['notes']): string {
  return say(notes.length, 'thing to look at', 'things to look at')
}

/** "1 Dec 2026, 09:00" */
export function describeDue({ dueOn, dueTime }: { dueOn?: string; dueTime?: string }): string {
  if (dueOn === undefined) return ''
  const format = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
  const day = new Date(`${dueOn}T00:00:00Z`).toLocaleDateString('en-GB', format)
  return dueTime === undefined ? day : `${day}, ${dueTime}`
}

function say(count: number, one: string, many: string): string {
  return `${write(count)} ${count === 1 ? one : many}`
}

function write(count: number): string {
  return count.toLocaleString('en')
}
