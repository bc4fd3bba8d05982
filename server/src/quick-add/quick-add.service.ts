import { getUser } from '../account/user.queries.ts'
import type { UserDatabase } from '../db/user-database.ts'
import type { Day } from '../domain/dates/day.ts'
import { maxIgnoredRanges, textLimits } from '../domain/limits.ts'
import {
  parseQuickAdd,
  type QuickAdd,
  type QuickAddIgnored,
  quickAddKinds,
} from '../domain/quick-add/quick-add.ts'
import { storeSigns } from '../domain/quick-add/signs.ts'
import { checkText } from '../domain/text/text.ts'
import { badUserInput, requireWithin } from '../errors.ts'
import { listListNames } from '../lists/list.queries.ts'
import { listTagNames, type Tag } from '../tags/tag.queries.ts'
import type { Task } from '../tasks/task.queries.ts'
import { createTasks } from '../tasks/write/task-create.service.ts'

type Path = (string | number)[]

export type LineInput = {
  text: string
  ignore?: QuickAddIgnored | null | undefined
  /** The day that is meant where the line says none. */
  dueOn?: Day | null | undefined
}

/** A line and what a task is given besides, where the line doesn't say otherwise. */
export interface QuickAddInput extends LineInput {
  id?: string | null | undefined
  listId?: string | null | undefined
  parentId?: string | null | undefined
  tagIds?: readonly string[] | null | undefined
  afterId?: string | null | undefined
  beforeId?: string | null | undefined
}

/**
 * Reads a line as the person means it now: in their zone, with their lists and tags. `path` is where
 * the text is.
 *
 * @throws AppError `BAD_USER_INPUT` (not one line of text, too many ranges that stay text)
 */
export async function readLine(
  db: UserDatabase,
  { text, ignore, dueOn }: LineInput,
  path: Path,
): Promise<QuickAdd> {
  const line = checkText(text, textLimits.quickAddLine)
  // Spans count from the start of the text as it was sent, so it is read as it was sent.
  if (!line.ok) throw badUserInput([{ path, message: line.message }])
  const ignored = checkIgnored(ignore ?? {}, [...path.slice(0, -1), 'ignore'])
  const { timeZone, weekStartsOn, dateStyle } = await getUser(db)
  return parseQuickAdd(
    text,
    {
      now: Temporal.Now.instant(),
      timeZone,
      // The device isn't known here, and most of the world begins its weeks so (ISO 8601).
      weekStartsOn: weekStartsOn === 'AUTO' ? 'MONDAY' : weekStartsOn,
      dateStyle,
      defaultDay: dueOn ?? null,
      lists: text.includes('#') ? await listListNames(db) : [],
      tags: text.includes('@') ? await listTagNames(db) : [],
    },
    ignored,
  )
}

/** Each part of a line is compared with all of it, so it is no longer than it need be. */
function checkIgnored({ kinds, ranges }: QuickAddIgnored, path: Path): QuickAddIgnored {
  const count = ranges?.length ?? 0
  if (count > maxIgnoredRanges) {
    const message = `At most ${maxIgnoredRanges} ranges of a line can stay text, found ${count}. Name a longer range instead of many short ones.`
    throw badUserInput([{ path: [...path, 'ranges'], message }])
  }
  return { kinds: kinds && quickAddKinds.filter((kind) => kinds.includes(kind)), ranges }
}

/**
 * Makes the task that a line describes, and those of its tags that aren't there yet. What the line
 * says goes before what the input says; tags are put together.
 *
 * @throws AppError `BAD_USER_INPUT` (nothing left for a title), and as `createTasks`
 */
export async function quickAdd(
  db: UserDatabase,
  input: QuickAddInput,
): Promise<{
  payload: { task: Task; newTags: Tag[]; spans: QuickAdd['spans'] }
  madeBy: string | undefined
}> {
  const path = ['input', 'text']
  const read = await readLine(db, input, path)
  requireWithin('tagsOfTask', read.tags.length, path)
  if (read.issues.length > 0) throw badUserInput(read.issues.map((message) => ({ path, message })))
  const { list, tags, spans, issues: _, ...content } = read
  const known = tags.flatMap(({ id }) => id ?? [])
  const { id, parentId, afterId, beforeId } = input
  const task = {
    ...{ id, parentId, afterId, beforeId },
    ...content,
    ...storeSigns(read),
    listId: list?.id ?? input.listId,
    tagIds: [...(input.tagIds ?? []), ...known],
    tagNames: tags.flatMap(({ id, name }) => (id === null ? [name] : [])),
  }
  const { tasks, newTags, madeBy } = await createTasks(db, [{ input: task, path: ['input'] }])
  const [made] = tasks
  if (!made) throw new Error('Expected the one task of the mutation, found none')
  return { payload: { task: made, newTags, spans }, madeBy }
}
