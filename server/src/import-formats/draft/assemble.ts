import { describeExcess, findExcess } from '../../domain/excess.ts'
import { textLimits } from '../../domain/limits.ts'
import { spreadOrderKeys } from '../../domain/order/ordering.ts'
import type { ListEntry, TagEntry, TaskEntry } from '../../transfer/transfer-format.ts'
import { ImportFileError } from '../import-file-error.ts'
import type { ImportReport } from '../report.ts'
import type { ReadingContext } from '../source-reader.ts'
import type { Draft, DraftTask } from './draft.ts'
import { DraftLists } from './draft-lists.ts'
import { DraftTags } from './draft-tags.ts'
import { fitLine, fitNotes, isTooLong } from './fit-text.ts'
import type { MakeId } from './object-id.ts'
import { type PlacedDraft, placeDrafts } from './place-tasks.ts'
import { resolveReminders } from './resolve-reminders.ts'
import { resolveRepeat } from './resolve-repeat.ts'

export const sectionChoices = ['lists', 'tags', 'none'] as const

/** What somebody chooses in the preview. */
export type ImportChoices = {
  /** What the sections of a list become. */
  sections: (typeof sectionChoices)[number]
  /** Whether completed tasks come along. */
  completed: boolean
}

/** The parts of a `tend-export` that another app's file becomes. */
export type Assembled = { lists: ListEntry[]; tags: TagEntry[]; tasks: TaskEntry[] }

/**
 * Brings a draft into our form, by our rules: what they don't allow is changed so that they do, and reported.
 *
 * @throws ImportFileError when there are more tasks than one import takes
 */
export function assemble(
  draft: Draft,
  {
    context,
    choices,
    makeId,
    report,
  }: { context: ReadingContext; choices: ImportChoices; makeId: MakeId; report: ImportReport },
): Assembled {
  if (findExcess('importedTasks', draft.tasks.length))
    throw new ImportFileError(describeExcess('importedTasks').message, { isLimit: true })
  const lists = new DraftLists(draft.lists)
  const tags = new DraftTags(makeId, report)
  const placed = placeDrafts(byKey(draft.tasks), report)
  const listKeys = new Map<PlacedDraft, string>()
  const listOf = (draftTask: PlacedDraft): string => {
    let root = draftTask
    while (root.parent) root = root.parent
    const { task } = root
    const isList = choices.sections === 'lists' && task.section !== undefined
    const key =
      listKeys.get(root) ??
      (isList ? lists.findSection(task.list, task.section ?? '') : lists.find(task.list))
    listKeys.set(root, key)
    return key
  }
  // What is open is never under what is completed, so nothing open goes with it.
  const wanted = [...placed].filter(([, { task }]) => choices.completed || !task.completedAt)
  const tasks = wanted.map(([key, draftTask]) => {
    const { task, parent } = draftTask
    const reminded = resolveReminders(task, {
      ...{ context, report },
      makeId: (nth) => makeId('reminder', JSON.stringify([key, nth])),
    })
    const extras = reminded.rest.map((said) => ['Reminder', said] as const)
    const withExtras = { ...task, extras: [...(task.extras ?? []), ...extras] }
    const { title, ...content } = writeContent(withExtras, context, report)
    const section = choices.sections === 'tags' && task.section !== undefined ? [task.section] : []
    return {
      id: makeId('task', key),
      listId: makeId('list', listOf(draftTask)),
      parentId: parent && makeId('task', parent.task.key),
      position: '',
      title,
      ...content,
      reminders: reminded.reminders,
      tagIds: tags.idsOf([...(task.tags ?? []), ...section], title),
      trashedWith: undefined,
    }
  })
  spread(tasks)
  return {
    lists: lists.toEntries(makeId, context.now, report),
    tags: tags.toEntries(context.now),
    tasks,
  }
}

/** Two of one key are two tasks all the same. */
function byKey(tasks: readonly DraftTask[]): Map<string, DraftTask> {
  const keyed = new Map<string, DraftTask>()
  const counts = new Map<string, number>()
  for (const task of tasks) {
    const count = (counts.get(task.key) ?? 0) + 1
    counts.set(task.key, count)
    const key = count === 1 ? task.key : JSON.stringify([task.key, count])
    keyed.set(key, key === task.key ? task : { ...task, key })
  }
  return keyed
}

function writeContent(task: DraftTask, context: ReadingContext, report: ImportReport) {
  const resolved =
    task.repeats && !task.completedAt ? resolveRepeat(task.repeats, task.due, context) : undefined
  const due = resolved?.due || task.due
  const title = fitLine(task.title, textLimits.taskTitle, 'Untitled', report)
  const notes = [
    isTooLong(task.title, textLimits.taskTitle) ? task.title : '',
    task.notes ?? '',
    listExtras(task, Boolean(resolved), report),
  ]
  const createdAt = task.createdAt ?? context.now
  return {
    title,
    description: fitNotes(notes.filter(Boolean).join('\n\n'), textLimits.taskDescription, report),
    priority: task.priority ?? 0,
    startOn: task.startOn && due && task.startOn > due.day ? due.day : task.startOn,
    dueOn: due?.day,
    dueTime: due?.time,
    dueTimeZone: due?.time === undefined ? undefined : (due.timeZone ?? context.timeZone),
    recurrence: resolved?.recurrence || undefined,
    completedAt: task.completedAt,
    createdAt,
    updatedAt: task.updatedAt ?? task.completedAt ?? createdAt,
  }
}

function listExtras(task: DraftTask, repeats: boolean, report: ImportReport): string {
  const extras = [...(task.extras ?? [])]
  if (task.repeats && !repeats && !task.completedAt) {
    const said = 'rule' in task.repeats ? task.repeats.rule : task.repeats.text
    report.add(
      'Repeats that Tend can’t follow are in the notes, and these tasks don’t repeat.',
      `${task.title}: ${said}`,
    )
    extras.push(['Repeats', said])
  }
  return extras.map(([label, value]) => `${label}: ${value.trim()}`).join('\n')
}

/** Positions in the order of the draft, for the tasks of each list and parent. */
function spread(tasks: TaskEntry[]): void {
  const groups = Map.groupBy(tasks, ({ listId, parentId }) => `${listId}:${parentId}`)
  for (const group of groups.values()) {
    const positions = spreadOrderKeys(group.length)
    for (const [nth, task] of group.entries()) task.position = positions[nth] ?? ''
  }
}
