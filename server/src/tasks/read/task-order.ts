import { type KeysetOrdering, orderBy, type SortKey } from '../../db/keyset.ts'
import { maxOrderKeys } from '../../domain/early-limits.ts'
import {
  type FieldType,
  type OrderedField,
  type OrderName,
  orderedFields,
} from '../../domain/task-fields/field-types.ts'
import { taskFields } from '../../domain/task-fields/task-fields.ts'
import { badUserInput } from '../../errors.ts'

/** By a field, or by the start and where there is none by the due day. */
export type TaskOrderName = OrderName | 'PLANNED'

export type TaskOrderInput = {
  field: TaskOrderName
  /** Ascending by default. */
  direction?: 'asc' | 'desc' | null | undefined
  /** Last by default, in either direction. */
  nulls?: 'first' | 'last' | null | undefined
}

type ColumnKey = Pick<SortKey, 'name' | 'column' | 'type' | 'collation'> & { hasNulls: boolean }

const keyTypes = {
  uuid: 'uuid',
  text: 'text',
  smallint: 'smallint',
  date: 'day',
  timestamptz: 'instant',
} as const satisfies Partial<Record<FieldType, SortKey['type']>>

const columns = {
  ...(Object.fromEntries(
    orderedFields.map((field) => [taskFields[field].order, keyOf(field)]),
  ) as Record<OrderName, ColumnKey>),
  PLANNED: { name: 'planned', column: 'task.planned_on', type: 'day', hasNulls: true },
} satisfies Record<TaskOrderName, ColumnKey>

/** The name in cursors: `due` for `dueOn`. */
function keyOf(field: OrderedField): ColumnKey {
  const described = taskFields[field]
  return {
    name: field.replace(/(On|At)$/, ''),
    column: `task.${described.column}`,
    type: keyTypes[described.type],
    hasNulls: 'nullable' in described,
    ...('isCollated' in described && { collation: 'und-x-icu' }),
  }
}

const newestFirst: TaskOrderInput[] = [{ field: 'CREATED_AT', direction: 'desc' }]

/**
 * The requested order; newest first when none is requested. Equal tasks are ordered by their ids,
 * in the direction of the last key.
 *
 * @throws AppError `BAD_USER_INPUT` for too many keys, and for a key that is given twice
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
  const { hasNulls, ...column }: ColumnKey = columns[field]
  const key: SortKey = {
    ...column,
    direction,
    nulls: hasNulls ? (term.nulls ?? 'last') : undefined,
  }
  if (field !== 'DUE' && field !== 'PLANNED') return [key]
  // Within a day, tasks are ordered by time. A task for the whole day is after those with a time,
  // or before them when the order is reversed.
  const nulls = direction === 'asc' ? 'last' : 'first'
  const name = field === 'DUE' ? 'time' : 'plannedTime'
  const time = { name, column: 'task.due_at', type: 'instant', direction, nulls } as const
  return [key, { ...time, onlyWith: key.column }]
}
