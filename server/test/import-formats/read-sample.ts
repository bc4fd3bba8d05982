import type { ImportChoices } from '../../src/import-formats/draft/assemble.ts'
import { readImport } from '../../src/import-formats/read-import.ts'
import type { ReadingContext } from '../../src/import-formats/source-reader.ts'
import type { TaskEntry } from '../../src/transfer/transfer-format.ts'

export const context: ReadingContext = {
  now: '2026-11-30T10:00:00.000Z',
  timeZone: 'Europe/Berlin',
  weekStartsOn: 'MONDAY',
  dateStyle: 'DAY_FIRST',
}

type Settings = Partial<ReadingContext & ImportChoices & { userId: string }>

/** Reads a file as one person would, in Berlin on a Monday. */
export function readSample(
  { name, bytes }: { name: string; bytes: Uint8Array | string },
  { sections = 'lists', completed = true, userId = 'ada', ...rest }: Settings = {},
) {
  const read = readImport({
    ...{ name, bytes: Buffer.from(bytes as string), userId },
    context: { ...context, ...rest },
    choices: { sections, completed },
  })
  const document = JSON.parse(Buffer.from(read.document()).toString()) as {
    lists: { id: string; name: string; isInbox: boolean }[]
    tags: { id: string; name: string }[]
    tasks: TaskEntry[]
  }
  if (!read.preview) throw new Error('The file of another app was expected, found one of Tend')
  return { ...read, preview: read.preview, file: document }
}

/** What a file says, in a line for each task: as a person would check it. */
export function sayTasks(sample: Parameters<typeof readSample>[0], settings?: Settings): string[] {
  const { lists, tags, tasks } = readSample(sample, settings).file
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const depthOf = (task: TaskEntry): number =>
    task.parentId === undefined ? 0 : 1 + depthOf(byId.get(task.parentId) as TaskEntry)
  return tasks.map((task) => {
    const due = [task.dueOn, task.dueTime, task.dueTimeZone].filter(Boolean).join(' ')
    return [
      `${'> '.repeat(depthOf(task))}${task.title}`,
      `in ${lists.find(({ id }) => id === task.listId)?.name}`,
      task.priority > 0 && `!${task.priority}`,
      task.startOn && `from ${task.startOn}`,
      due && `due ${due}`,
      task.recurrence && `${task.recurrence.rule} ${task.recurrence.basis}`,
      task.reminders &&
        `rings ${task.reminders.map(({ minutesBefore, on, time, timeZone }) => (on ? `${on} ${time} ${timeZone}` : minutesBefore)).join(' and ')}`,
      task.tagIds.length > 0 &&
        task.tagIds.map((id) => `@${tags.find((tag) => tag.id === id)?.name}`).join(' '),
      task.completedAt && `done ${task.completedAt.slice(0, 10)}`,
      task.description && `“${task.description.replaceAll('\n', ' / ')}”`,
    ]
      .filter(Boolean)
      .join(' · ')
  })
}
