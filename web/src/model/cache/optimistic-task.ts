import { priorities } from '@tend/server/domain/priority'
import { plainFields } from '@tend/server/domain/task-fields/field-types'
import type { Cache } from '@urql/exchange-graphcache'
import type { UpdateTaskInput } from '../../gql/graphql.ts'
import { instantIn } from '../../time/calendar.ts'
import { readClock } from '../clock.ts'
import { type Task, TaskFields } from '../documents/fields.ts'
import { findSentence } from '../recurrence-sentences.ts'
import { findList, findTags } from './read-objects.ts'

export type TaskChanges = Partial<Omit<UpdateTaskInput, 'id'>> &
  Partial<Pick<Task, 'completed' | 'completedAt' | 'deletedAt' | 'position'>>

type Dated = Pick<Task, 'dueOn' | 'dueTime' | 'dueTimeZone'>

/**
 * A task as it will most likely be after a change, shown until the answer comes; null when it isn't in
 * the cache.
 */
export function optimisticTask(cache: Cache, id: string, changes: TaskChanges): Task | null {
  const task = cache.readFragment(TaskFields, { __typename: 'Task', id }) as Task | null
  return task && changeTask(cache, task, changes)
}

/** The task with a change applied as the API would; what can't be computed here stays. */
export function changeTask(cache: Cache, task: Task, changes: TaskChanges): Task {
  const plain = pick(changes, [...plainFields, 'startOn', 'position'])
  const state = pick(changes, ['completed', 'completedAt', 'deletedAt'] as const)
  const list = changes.listId ? findList(cache, changes.listId) : undefined
  return {
    ...task,
    ...(plain as Partial<Task>),
    ...(state as Partial<Task>),
    ...(changes.priority === null && { priority: priorities[0] }),
    ...(list && { list, ...(list.id !== task.list.id && { parent: null }) }),
    ...changeParent(cache, changes.parentId),
    ...changeDue(cache, task, changes),
    tags: changeTags(cache, task.tags, changes),
  }
}

function changeParent(cache: Cache, parentId: string | null | undefined): Partial<Task> {
  if (parentId === undefined) return {}
  const parent = parentId
    ? (cache.readFragment(TaskFields, { __typename: 'Task', id: parentId }) as Task | null)
    : null
  return { parent, ...(parent && { list: parent.list }) }
}

function changeDue(cache: Cache, task: Task, changes: TaskChanges): Partial<Task> {
  const due: Dated = { ...task, ...(pick(changes, dueFields) as Partial<Dated>) }
  const { dueOn } = due
  if (!dueOn)
    return { dueOn: null, dueTime: null, dueTimeZone: null, dueAt: null, recurrence: null }
  const recurrence = changeRecurrence(dueOn, changes)
  if (!due.dueTime) return { dueOn, dueTime: null, dueTimeZone: null, dueAt: null, ...recurrence }
  const dueTimeZone = due.dueTimeZone ?? readClock(cache).timeZone
  const dueAt = new Date(instantIn(dueTimeZone, dueOn, due.dueTime)).toISOString()
  return { dueOn, dueTime: due.dueTime, dueTimeZone, dueAt, ...recurrence }
}

function changeRecurrence(
  dueOn: string,
  { recurrence }: TaskChanges,
): Partial<Pick<Task, 'recurrence'>> {
  if (recurrence === undefined) return {}
  const sentence = recurrence && findSentence(recurrence)
  if (!recurrence) return { recurrence: null }
  if (!sentence) return {}
  const { rule, basis = 'SCHEDULE' } = recurrence
  const made = { rule, basis, sentence, startOn: dueOn, occurrenceOn: dueOn }
  return { recurrence: Object.assign(made, { __typename: 'Recurrence' }) }
}

const dueFields = ['dueOn', 'dueTime', 'dueTimeZone'] as const

function changeTags(
  cache: Cache,
  tags: Task['tags'],
  { tagIds, addTagIds, removeTagIds }: TaskChanges,
): Task['tags'] {
  const kept = tagIds === undefined ? tags.map(({ id }) => id) : (tagIds ?? [])
  const wanted = new Set([...kept, ...(addTagIds ?? [])])
  for (const id of removeTagIds ?? []) wanted.delete(id)
  return findTags(cache, [...wanted])
}

function pick<Source extends object, Key extends keyof Source>(
  source: Source,
  keys: readonly Key[],
): Partial<Pick<Source, Key>> {
  const entries = keys.map((key) => [key, source[key]]).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Partial<Pick<Source, Key>>
}
