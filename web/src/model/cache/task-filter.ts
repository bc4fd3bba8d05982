import { type Column, fieldOf, type OtherColumn } from '@tend/server/domain/filter/columns'
import type { Condition, Scalar } from '@tend/server/domain/filter/condition'
import { type Answer, judge, type ReadColumn } from '@tend/server/domain/filter/judge'
import { readFilter } from '@tend/server/domain/filter/read-filter'
import { namesOf, type TaskField } from '@tend/server/domain/task-fields/field-types'
import type { TaskFilter } from '../../gql/graphql.ts'
import type { Clock } from '../../time/due.ts'
import type { ReadTask } from '../read-task.ts'
import { readPlannedDay } from './task-order.ts'

type Question = { read: ReadTask; clock: Clock }

/**
 * Whether a task matches a filter, by the API's own rules; undefined when the filter needs something
 * that the app doesn't have, or searches for words.
 */
export function matchesFilter(filter: TaskFilter, { read, clock }: Question): Answer {
  const condition = findCondition(filter, clock)
  const tags = read('tags')
  const names = read('tags.name')
  return (
    condition &&
    judge(condition, {
      read: (column) => readColumn(column, read),
      tags: Array.isArray(tags)
        ? tags.map((key, nth) =>
            readTag(String(key), Array.isArray(names) ? names[nth] : undefined),
          )
        : undefined,
    })
  )
}

/** Whether a filter asks about any of these fields, in any of its parts. */
export function speaksOf(filter: TaskFilter, fields: readonly (keyof TaskFilter)[]): boolean {
  const parts = [...(filter.and ?? []), ...(filter.or ?? []), ...(filter.not ? [filter.not] : [])]
  return fields.some((field) => field in filter) || parts.some((part) => speaksOf(part, fields))
}

let known = { second: 0, timeZone: '', conditions: new Map<string, Condition | undefined>() }

/** A thousand changed tasks are checked against the same few filters, so each is parsed once a second. */
function findCondition(filter: TaskFilter, { now, timeZone }: Clock): Condition | undefined {
  const second = Math.floor(now / 1000)
  if (known.second !== second || known.timeZone !== timeZone)
    known = { second, timeZone, conditions: new Map() }
  const key = JSON.stringify(filter)
  if (!known.conditions.has(key)) {
    const viewpoint = { now: Temporal.Instant.fromEpochMilliseconds(now), timeZone }
    const result = readFilter(filter, viewpoint)
    known.conditions.set(key, result.ok ? result.condition : undefined)
  }
  return known.conditions.get(key)
}

/** The paths of what isn't a plain field of a task in the app. */
const paths: Partial<Record<TaskField, string>> = {
  listId: 'list.id',
  parentId: 'parent.id',
  // Filters only ask whether it repeats.
  recurrenceRule: 'recurrence',
}
const otherPaths: Partial<Record<OtherColumn, string>> = {
  'list.id': 'list.id',
  'list.name': 'list.name',
  'list.is_inbox': 'list.isInbox',
  'list.archived_at': 'list.archivedAt',
  'list.deleted_at': 'list.deletedAt',
}

function readColumn(column: Column, read: ReadTask): Scalar | null | undefined {
  if (column === 'task.planned_on') return readPlannedDay(read)
  const field = fieldOf(column)
  const path = field ? (paths[field] ?? field) : otherPaths[column as OtherColumn]
  if (path === undefined) return undefined
  const [link = path] = path.split('.')
  const held = read(link) === null ? null : read(path)
  // Filters only ask whether there is one.
  const value = Array.isArray(held) && held.length === 0 ? null : held
  const names = field && namesOf(field)
  return names && value !== undefined
    ? names.indexOf(String(value))
    : (value as Scalar | null | undefined)
}

function readTag(key: string, name: unknown): ReadColumn {
  return (column) => {
    if (column === 'task_tag.tag_id') return key.replace(/^Tag:/, '')
    return column === 'tag.name' && typeof name === 'string' ? name : undefined
  }
}
