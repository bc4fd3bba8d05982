import {
  namesOf,
  type OrderedField,
  orderedFields,
} from '@tend/server/domain/task-fields/field-types'
import { taskFields } from '@tend/server/domain/task-fields/task-fields'
import type { TaskOrder, TaskOrderField } from '../../gql/graphql.ts'
import type { ReadTask } from '../read-task.ts'

/** What each name of an order sorts by. */
const fields = Object.fromEntries(
  orderedFields.map((field) => [taskFields[field].order, field]),
) as Record<Exclude<TaskOrderField, 'PLANNED'>, OrderedField>

/** The start, else the due day; undefined when it isn't known. */
export function readPlannedDay(read: ReadTask): string | null | undefined {
  const startOn = read('startOn') as string | null | undefined
  return startOn === null ? (read('dueOn') as string | null | undefined) : startOn
}

const newestFirst: readonly TaskOrder[] = [{ field: 'CREATED_AT', direction: 'DESC' }]

/**
 * Negative when the first task comes before the second, as the API orders them: newest first when no
 * order is asked for, and equal ones by their ids in the direction of the last key. Titles sort nearly
 * as the API's do; days, instants and positions compare as texts.
 */
export function compareTasks(
  orderBy: readonly TaskOrder[] | null | undefined,
  a: ReadTask,
  b: ReadTask,
): number {
  const keys = orderBy && orderBy.length > 0 ? orderBy : newestFirst
  for (const key of keys) {
    const difference = compareBy(key, a, b)
    if (difference !== 0) return difference
  }
  return turn(keys.at(-1)?.direction, compareTexts(a('id'), b('id')))
}

function compareBy({ field, direction, nulls }: TaskOrder, a: ReadTask, b: ReadTask): number {
  const isPlanned = field === 'PLANNED'
  const name = isPlanned ? 'dueOn' : fields[field]
  const read = (task: ReadTask) => (isPlanned ? readPlannedDay(task) : task(name))
  const difference = compareValues(name, read(a), read(b), direction, nulls)
  if (difference !== 0 || name !== 'dueOn' || !read(a)) return difference
  // Within a day by the time; the day alone comes after all times, or before them the other way round.
  return compareValues(
    'dueAt',
    a('dueAt'),
    b('dueAt'),
    direction,
    direction === 'DESC' ? 'FIRST' : 'LAST',
  )
}

function compareValues(
  field: OrderedField | 'dueAt',
  a: unknown,
  b: unknown,
  direction: TaskOrder['direction'],
  nulls: TaskOrder['nulls'],
): number {
  const missing = Number(a == null) - Number(b == null)
  if (missing !== 0) return nulls === 'FIRST' ? -missing : missing
  if (a == null) return 0
  const names = namesOf(field)
  if (names) return turn(direction, names.indexOf(String(a)) - names.indexOf(String(b)))
  if (typeof a === 'number') return turn(direction, a - Number(b))
  if ('isCollated' in taskFields[field]) return turn(direction, String(a).localeCompare(String(b)))
  return turn(direction, compareTexts(a, b))
}

function turn(direction: TaskOrder['direction'], difference: number): number {
  return direction === 'DESC' ? -difference : difference
}

function compareTexts(a: unknown, b: unknown): number {
  if (a === b) return 0
  return String(a) < String(b) ? -1 : 1
}
