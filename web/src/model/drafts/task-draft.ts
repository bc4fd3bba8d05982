import { type NullableField, nullableFields } from '@tend/server/domain/task-fields/field-types'
import type { Cache } from '@urql/exchange-graphcache'
import type { CreateTaskInput } from '../../gql/graphql.ts'
import { changeTask } from '../cache/optimistic-task.ts'
import { atTheEnd } from '../cache/order-place.ts'
import { findInbox, findList } from '../cache/read-objects.ts'
import { positionsBeside } from '../cache/subtasks.cache.ts'
import { type Tag, type Task, TaskFields } from '../documents/fields.ts'

/** Every nullable field of a task, as null. */
export const noValues = Object.fromEntries(nullableFields.map((field) => [field, null])) as Record<
  NullableField,
  null
>

const noSubtasks = Object.assign({ completed: 0, total: 0 }, { __typename: 'SubtaskProgress' })

/** A new task as it will most likely be, to show until the answer comes; null when its list isn't known. */
export function makeTaskDraft(input: CreateTaskInput, cache: Cache): Task | null {
  const list = findListOf(cache, input)
  if (!list || !input.id) return null
  const now = new Date().toISOString()
  const draft: Task = {
    id: input.id,
    ...noValues,
    title: input.title,
    completed: false,
    createdAt: now,
    updatedAt: now,
    priority: 'NONE',
    position: positionsBeside(cache, input, 1)?.[0] ?? atTheEnd,
    list,
    parent: null,
    tags: [],
    subtaskProgress: noSubtasks,
    recurrence: null,
    reminders: [],
  }
  const task = changeTask(cache, draft, { ...input, listId: undefined })
  const tags = [...task.tags, ...(input.tagNames ?? []).map(makeTagDraft)]
  return Object.assign(task, { __typename: 'Task', tags })
}

const draftTagPrefix = 'new '

/** Whether a key of the cache is that of a tag which the API has yet to make. */
export function isDraftTag(key: string): boolean {
  return key.startsWith(`Tag:${draftTagPrefix}`)
}

function makeTagDraft(name: string): Tag {
  return Object.assign(
    { id: draftTagPrefix + name, name, color: null },
    { __typename: 'Tag' as const },
  )
}

function findListOf(cache: Cache, { listId, parentId }: CreateTaskInput): Task['list'] | undefined {
  if (listId) return findList(cache, listId)
  const parent = parentId
    ? (cache.readFragment(TaskFields, { __typename: 'Task', id: parentId }) as Task | null)
    : undefined
  return parent ? parent.list : findInbox(cache)
}
