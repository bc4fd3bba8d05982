import { createHash } from 'node:crypto'
import type { MadeFeed } from '../auth/credential.queries.ts'
import type { AsUser } from '../db/user-database.ts'
import type { Condition } from '../domain/filter/condition.ts'
import type { TaskFilterInput } from '../domain/filter/filter-input.ts'
import { readFilter } from '../domain/filter/read-filter.ts'
import { feedSize } from '../domain/limits.ts'
import { findFeedState, listFeedTasks } from '../feeds/feed.queries.ts'
import { findView } from '../views/saved-view.queries.ts'
import { type CalendarForm, CalendarWriter } from './calendar-writer.ts'
import { listAllLists, listAllTags, readTasksById } from './export.queries.ts'
import { Stint } from './stint.ts'

/** A calendar before its tasks are read. */
export type OpenFeed = {
  /** Another one for every other text that `write` may give. */
  digest: string
  write(): Promise<string>
}

/** Raised with each change of how a calendar is written, so that apps fetch it again. */
const writerVersion = 1
/** Rows read at once. */
const chunk = 200
/** What is overdue depends on the time, so it is looked at in steps: otherwise each answer would be new. */
const stepMs = 900_000

const everything = {
  filter: { completed: { eq: false }, list: { archived: { eq: false } } } satisfies TaskFilterInput,
}

/**
 * Looks at what a feed would show, without reading tasks: its view, the person's zone, and where their log ends.
 * Undefined when the view or the person is gone.
 */
export async function openFeed(
  { name, viewId }: MadeFeed,
  form: CalendarForm,
  { asUser, webUrl }: { asUser: AsUser; webUrl: string },
): Promise<OpenFeed | undefined> {
  // The end of the log is read before the tasks: what changes in between is only sent once more.
  const [state, view] = await Promise.all([
    asUser(findFeedState),
    viewId === null ? everything : asUser((db) => findView(db, viewId)),
  ])
  if (!state || !view) return undefined
  const now = Temporal.Instant.fromEpochMilliseconds(Math.floor(Date.now() / stepMs) * stepMs)
  const viewpoint = { now, timeZone: state.timeZone }
  const read = readFilter(view.filter as TaskFilterInput, viewpoint, [])
  if (!read.ok) throw new Error('A view was stored whose filter can’t be read')
  const { condition } = read
  const parts = [writerVersion, form, name, webUrl, state.lastSeq, condition]
  return {
    digest: createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22),
    write: () => writeFeed(name, form, condition, { asUser, webUrl }),
  }
}

async function writeFeed(
  name: string,
  form: CalendarForm,
  condition: Condition,
  { asUser, webUrl }: { asUser: AsUser; webUrl: string },
): Promise<string> {
  const size = { withDay: form === 'events', most: feedSize.tasks }
  const [ids, lists, tags] = await Promise.all([
    asUser((db) => listFeedTasks(db, condition, size)),
    asUser(listAllLists),
    asUser(listAllTags),
  ])
  const listNames = new Map(lists.map((list) => [list.id, list.name]))
  const tagNames = new Map(tags.map((tag) => [tag.id, tag.name]))
  const writer = new CalendarWriter(form, webUrl)
  const stint = new Stint()
  for (let from = 0; from < ids.length && !writer.isFull; from += chunk) {
    const part = ids.slice(from, from + chunk)
    const tasks = await asUser((db) => readTasksById(db, part))
    for (const id of part) {
      const task = tasks.get(id)
      // It may have been changed since it was found.
      if (!task || (size.withDay && task.dueOn === null)) continue
      const own = task.tagIds.flatMap((tagId) => tagNames.get(tagId) ?? [])
      const entry = { task, listName: listNames.get(task.listId) ?? '', tags: own }
      await stint.do(() => writer.add(entry))
    }
  }
  return writer.finish(name)
}
