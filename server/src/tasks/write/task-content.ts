import { changeDates, type DateChanges } from '../../domain/dates/task-dates.ts'
import { isUuid } from '../../domain/ids.ts'
import { textLimits } from '../../domain/limits.ts'
import { mergeTexts } from '../../domain/text/merge-texts.ts'
import { checkText } from '../../domain/text/text.ts'
import type { InputIssue } from '../../errors.ts'
import type { TaskContent } from '../task.queries.ts'
import type { InputPath } from './task-batch.ts'

/** What a person writes of a task; undefined stays, null clears. */
export interface ContentInput extends DateChanges {
  title?: string | null | undefined
  description?: string | null | undefined
  priority?: number | null | undefined
}

export type Texts = Partial<Pick<TaskContent, 'title' | 'description' | 'priority'>>

/** The parts of the input that don't depend on the task, in their normal form. */
export function readTexts(input: ContentInput, path: InputPath, issues: InputIssue[]): Texts {
  const texts: Texts = {}
  if (input.title === null)
    issues.push({ path: [...path, 'title'], message: 'The title can be changed but not cleared.' })
  if (input.title != null) {
    const title = checkText(input.title, textLimits.taskTitle)
    if (title.ok) texts.title = title.value
    else issues.push({ path: [...path, 'title'], message: title.message })
  }
  if (input.description === null) texts.description = null
  if (input.description != null) {
    const description = checkText(input.description, textLimits.taskDescription)
    // An empty note is no note.
    if (description.ok) texts.description = description.value === '' ? null : description.value
    else issues.push({ path: [...path, 'description'], message: description.message })
  }
  if (input.priority !== undefined) texts.priority = input.priority ?? 0
  return texts
}

/** The texts with what was written of the notes since `descriptionBase`, where the input names one. */
export function mergeDescription(
  current: Pick<TaskContent, 'description'>,
  { descriptionBase }: { descriptionBase?: string | null | undefined },
  texts: Texts,
  issues: InputIssue[],
): { texts: Texts; isDoubled: boolean } {
  if (texts.description === undefined || descriptionBase === undefined) {
    return { texts, isDoubled: false }
  }
  const [base, theirs, mine] = [descriptionBase, current.description, texts.description]
  const { text, isDoubled } = mergeTexts(base ?? '', theirs ?? '', mine ?? '')
  const merged = checkText(text, textLimits.taskDescription)
  if (!merged.ok) {
    const message = `The notes have been changed since, and with both changes they are too long. ${merged.message}`
    issues.push({ path: ['description'], message })
  }
  return { texts: { ...texts, description: text === '' ? null : text }, isDoubled }
}

/** The contents after the change. Problems with dates are added to `issues`, each at its field. */
export function changeContent(
  current: TaskContent,
  dates: DateChanges,
  texts: Texts,
  personZone: string,
  issues: InputIssue[],
): TaskContent {
  const changed = changeDates(current, dates, personZone)
  if (!changed.ok) issues.push(...changed.issues)
  return {
    ...(changed.ok ? changed.dates : current),
    title: texts.title ?? current.title,
    description: texts.description === undefined ? current.description : texts.description,
    priority: texts.priority ?? current.priority,
  }
}

const contentNames = [
  'title',
  'description',
  'priority',
  'startOn',
  'dueOn',
  'dueTime',
  'dueTimeZone',
  'dueAt',
  'recurrenceRule',
  'recurrenceBasis',
  'recurrenceStart',
  'recurrenceOn',
] as const satisfies (keyof TaskContent)[]

export function isSameContent(a: TaskContent, b: TaskContent): boolean {
  return contentNames.every((name) => a[name] === b[name])
}

/** The contents alone, of a row that has more. */
export function pickContent(task: TaskContent): TaskContent {
  return Object.fromEntries(contentNames.map((name) => [name, task[name]])) as never
}

/** An id that the caller made up for a new task. */
export function checkNewId(id: string, path: InputPath, issues: InputIssue[]): void {
  if (!isUuid(id))
    issues.push({ path: [...path, 'id'], message: `The id must be a UUID, and is "${id}".` })
}
