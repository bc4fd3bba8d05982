import { checkPositionInput, type PositionInput } from '../../db/manual-order.ts'
import type { UserDatabase } from '../../db/user-database.ts'
import { isUuid } from '../../domain/ids.ts'
import { badUserInput, conflict, type InputIssue, notFound } from '../../errors.ts'
import { findCreatingMutation } from '../../idempotency/creation.queries.ts'
import type { Tag } from '../../tags/tag.queries.ts'
import { addTags } from '../../tags/tag.service.ts'
import { findTaggings, insertTaggings } from '../../tags/task-tag.queries.ts'
import { openParents } from '../repeat/task-reopen.service.ts'
import { findTask, findTasks, type Task } from '../task.queries.ts'
import type { SiblingGroup } from './sibling-group.queries.ts'
import { type Batch, type BulkMode, batchOf, type InputPath, refuse, settle } from './task-batch.ts'
import { loadTaskContext } from './task-context.ts'
import { findCreations } from './task-creation.queries.ts'
import { isSameCreation } from './task-creation.ts'
import { getTaskDefaults } from './task-defaults.queries.ts'
import {
  type Draft,
  findSiblingGroups,
  type NewTaskInput,
  readDraft,
  refuseUnreadable,
} from './task-draft.ts'
import { type InsertPosition, makePositions, siblingGroupKey } from './task-position.service.ts'
import { resolveTagNames } from './task-tag-names.service.ts'
import { listTagErrors } from './task-tagging.service.ts'
import { insertTasks } from './task-write.queries.ts'

export type Creations = {
  batch: Batch
  tasks: Task[]
  /** The named tags that had to be created. */
  newTags: Tag[]
  /** How many tasks are new; the others existed already. */
  changedCount: number
  /** The mutation that created all of them, if none is new. */
  madeBy: string | undefined
}

/**
 * Creates tasks, each at the end of its sibling group or, if there is only one, beside a sibling. A
 * parent may be a task that is created before it. Named tags that don't exist are created too.
 * Repeating a create with the same id and input returns the stored task, even if it has changed since.
 *
 * @throws AppError `BAD_USER_INPUT`, `NOT_FOUND` (list, parent, sibling, tag), `CONFLICT` (the id
 *   belongs to something else, or the list or parent is in the trash), `LIMIT_EXCEEDED` (too many subtasks or tags)
 */
export async function createTasks(
  db: UserDatabase,
  inputs: readonly { input: NewTaskInput & PositionInput; path: InputPath }[],
  mode: BulkMode = 'ALL',
): Promise<Creations> {
  const defaults = await getTaskDefaults(db)
  const drafts = inputs.map(({ input, path }) => readDraft(input, path, defaults.timeZone))
  const batch = batchOf(drafts, mode)
  refuseUnreadable(batch)
  const namedTags = await resolveTagNames(db, batch)
  const [stored, context] = await Promise.all([
    refuseTakenIds(db, batch),
    loadTaskContext(
      db,
      drafts.map((draft) => draft.input),
    ),
  ])
  const fresh = drafts.filter((draft) => !stored.has(draft.id))
  const tagErrors = await listTagErrors(db, fresh)
  for (const [index, draft] of fresh.entries())
    for (const error of tagErrors[index] ?? []) refuse(batch, draft, error)
  const siblingGroups = findSiblingGroups(batch, fresh, context, defaults)
  const insertAt = await readInsertPosition(db, batch, fresh, siblingGroups)
  const accepted = settle(batch)
  const made = accepted.filter((draft) => siblingGroups.has(draft))
  const usedIds = new Set(made.flatMap((draft) => [...draft.tagIds]))
  const newTags = await addTags(
    db,
    namedTags.filter(({ id }) => usedIds.has(id)),
  )
  const created = made.length > 0 ? await insertDrafts(db, made, siblingGroups, insertAt) : []
  const repeated = accepted.filter((draft) => !siblingGroups.has(draft)).map((draft) => draft.id)
  const found = repeated.length > 0 ? await findTasks(db, repeated) : []
  const tasks = [...created, ...found]
  const isRepeated = made.length === 0 && repeated.length > 0
  const madeBy = isRepeated ? await findCreatingMutation(db, 'task', repeated) : undefined
  return { batch: batch as unknown as Batch, tasks, newTags, changedCount: made.length, madeBy }
}

/** Refuses drafts whose id belongs to something else, and returns the ids that exist. */
async function refuseTakenIds(db: UserDatabase, batch: Batch<Draft>): Promise<Set<string>> {
  const seen = new Set<string>()
  for (const draft of batch.targets) {
    const message = 'This id is in the input twice. Give each task its own.'
    if (seen.has(draft.id))
      refuse(batch, draft, conflict('ID_TAKEN', message, [...draft.path, 'id']))
    seen.add(draft.id)
  }
  const named = batch.targets.filter((draft) => draft.input.id != null && isUuid(draft.id))
  const ids = named.map((draft) => draft.id)
  const stored = ids.length > 0 ? await findTasks(db, ids) : []
  if (stored.length === 0) return new Set()
  const byId = new Map(stored.map((task) => [task.id, task]))
  const creations = await findCreations(db, [...byId.keys()])
  const tags = Map.groupBy(await findTaggings(db, [...byId.keys()]), (tagging) => tagging.taskId)
  for (const draft of named) {
    const task = byId.get(draft.id)
    if (!task || batch.problems.has(draft)) continue
    const tagIds = (tags.get(task.id) ?? []).map((tagging) => tagging.tagId)
    if (isSameCreation(draft, creations.get(task.id), task, tagIds)) continue
    const message =
      'This id already names a task with other contents. Leave the id out or make a new one.'
    refuse(batch, draft, conflict('ID_TAKEN', message, [...draft.path, 'id']))
  }
  return new Set(byId.keys())
}

/** Only the input of a single task can name a sibling. */
async function readInsertPosition(
  db: UserDatabase,
  batch: Batch<Draft>,
  drafts: readonly (Draft & { input: PositionInput })[],
  siblingGroups: ReadonlyMap<Draft, SiblingGroup>,
): Promise<InsertPosition> {
  const [draft] = drafts
  const name = draft?.input.afterId != null ? 'afterId' : 'beforeId'
  const id = draft?.input[name]?.toLowerCase()
  if (!draft || id === undefined) return { side: 'end' }
  const issues: InputIssue[] = []
  checkPositionInput({ ...draft.input, id: draft.id }, 'optional', issues)
  const path = [...draft.path, name]
  const sibling = isUuid(id) ? await findTask(db, id) : undefined
  const siblingGroup = siblingGroups.get(draft)
  if (!sibling) refuse(batch, draft, notFound('task', path))
  else if (
    siblingGroup &&
    (sibling.deletedAt !== null || siblingGroupKey(sibling) !== siblingGroupKey(siblingGroup))
  )
    issues.push({
      path,
      message:
        'The task to put it beside is not in that list or not under that parent. Name one that is.',
    })
  if (issues.length > 0) refuse(batch, draft, badUserInput(issues))
  return { side: name === 'afterId' ? 'after' : 'before', siblingId: id }
}

async function insertDrafts(
  db: UserDatabase,
  drafts: readonly Draft[],
  siblingGroups: ReadonlyMap<Draft, SiblingGroup>,
  insertAt: InsertPosition,
): Promise<Task[]> {
  const placed = drafts.flatMap((draft) => {
    const siblingGroup = siblingGroups.get(draft)
    return siblingGroup ? [{ draft, siblingGroup }] : []
  })
  const groups = [
    ...Map.groupBy(placed, ({ siblingGroup }) => siblingGroupKey(siblingGroup)).values(),
  ]
  const wanted = groups.flatMap(([first, ...rest]) =>
    first ? [{ siblingGroup: first.siblingGroup, count: rest.length + 1 }] : [],
  )
  const positions = await makePositions(db, wanted, insertAt, [])
  const rows = groups.flatMap((group, index) =>
    group.map(({ draft: { id, content }, siblingGroup: { listId, parentId } }, nth) => ({
      ...content,
      ...{ id, listId, parentId, position: positions[index]?.[nth] ?? '', repeatsTaskId: null },
    })),
  )
  const tasks = await insertTasks(db, rows)
  const taggings = drafts.flatMap((draft) =>
    [...draft.tagIds].map((tagId) => ({ taskId: draft.id, tagId })),
  )
  if (taggings.length > 0) await insertTaggings(db, taggings)
  await openParents(
    db,
    placed.flatMap(({ siblingGroup }) => siblingGroup.parentId ?? []),
  )
  return tasks
}
