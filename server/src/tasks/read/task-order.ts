import { type KeysetOrdering, orderBy, type SortKey } from '../../db/keyset.ts'
import { maxOrderKeys } from '../../domain/limits.ts'
import { badUserInput } from '../../errors.ts'

export type TaskOrderField =
  | 'MANUAL'
  | 'TITLE'
  | 'PRIORITY'
  | 'DUE'
  | 'START'
  | 'CREATED_AT'
  | 'UPDATED_AT'
  | 'COMPLETED_AT'
  | 'DELETED_AT'

export interface TaskOrderInput {
  field: TaskOrderField
  /** Ascending by default. */
  direction?: 'asc' | 'desc' | null | undefined
  /** Last by default, in either direction. */
  nulls?: 'first' | 'last' | null | undefined
}

type ColumnKey = Pick<SortKey, 'name' | 'column' | 'type' | 'collation'> & { hasNulls?: boolean }

const columns: Record<TaskOrderField, ColumnKey> = {
  MANUAL: { name: 'position', column: 'task.position', type: 'text' },
  TITLE: { name: 'title', column: 'task.title', type: 'text', collation: 'und-x-icu' },
  PRIORITY: { name: 'priority', column: 'task.priority', type: 'smallint' },
  DUE: { name: 'due', column: 'task.due_on', type: 'day', hasNulls: true },
  START: { name: 'start', column: 'task.start_on', type: 'day', hasNulls: true },
  CREATED_AT: { name: 'created', column: 'task.created_at', type: 'instant' },
  UPDATED_AT: { name: 'updated', column: 'task.updated_at', type: 'instant' },
  COMPLETED_AT: {
    name: 'completed',
    column: 'task.completed_at',
    type: 'instant',
    hasNulls: true,
  },
  DELETED_AT: { name: 'deleted', column: 'task.deleted_at', type: 'instant', hasNulls: true },
}

const newestFirst: TaskOrderInput[] = [{ field: 'CREATED_AT', direction: 'desc' }]

/**
 * The order a caller asks for; newest first when they ask for none. Equal tasks are told apart by
 * their ids, in the direction of the last key.
 *
 * @throws AppError `BAD_USER_INPUT` for too many keys, and for one that comes twice
 */
export function readTaskOrder(
  order: readonly TaskOrderInput[] | null | undefined,
  path: readonly (string | number)[] = ['orderBy'],
): KeysetOrdering {
  const terms = order && order.length > 0 ? order : newestFirst
  const message = findOrderIssue(terms)
  if (message) throw badUserInput([{ path: [...path], message }])
  const direction = terms.at(-1)?.direction ?? 'asc'
  const id: SortKey = { name: 'id', column: 'task.id', type: 'uuid', direction }
  return orderBy('task', [...terms.flatMap(sortKeys), id])
}

function findOrderIssue(terms: readonly TaskOrderInput[]): string | undefined {
  if (terms.length > maxOrderKeys)
    return `An order has at most ${maxOrderKeys} keys, and this one has ${terms.length}. Leave the last ones out.`
  const fields = terms.map((term) => term.field)
  const twice = fields.find((field, nth) => fields.indexOf(field) !== nth)
  return twice && `The order names ${twice} twice. Name it once.`
}

function sortKeys({ field, ...term }: TaskOrderInput): SortKey[] {
  const direction = term.direction ?? 'asc'
  const { hasNulls, ...column } = columns[field]
  const key: SortKey = {
    ...column,
    direction,
    nulls: hasNulls ? (term.nulls ?? 'last') : undefined,
  }
  if (field !== 'DUE') return [key]
  // Within a day by the time; a task for the whole day is after those with a time, or before them
  // when all is turned round.
  const nulls = direction === 'asc' ? 'last' : 'first'
  const time = { name: 'time', column: 'task.due_at', type: 'instant', direction, nulls } as const
  return [key, { ...time, onlyWith: 'task.due_on' }]
}
