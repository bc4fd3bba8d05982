import { maxOrderKeys } from '@tend/server/domain/early-limits'
import type { TaskFilter, TaskOrder } from '../../gql/graphql.ts'
import type { Place } from '../../places/address.ts'
import type { SavedView } from '../documents/fields.ts'

/** What to ask the API for the tasks of a place. */
export type TaskRequest =
  | { kind: 'tasks'; filter: TaskFilter; orderBy: TaskOrder[] }
  | { kind: 'search'; query: string }

export const notCompleted: TaskFilter = { completed: { eq: false } }
// What starts later isn't to be thought of yet.
const open: TaskFilter = { ...notCompleted, startState: { neq: 'AHEAD' } }
export const topLevel: TaskFilter = { hasParent: { eq: false } }
// Tasks of archived lists don't call for attention.
const notAside: TaskFilter = { list: { archived: { eq: false } } }

const byHand: TaskOrder[] = [{ field: 'MANUAL' }]
export const byDay = (field: 'DUE' | 'PLANNED'): TaskOrder[] => [
  { field },
  { field: 'PRIORITY', direction: 'DESC' },
  { field: 'CREATED_AT' },
]

/** The tasks of a place; undefined for a saved view that isn't known. */
export function requestTasks(
  place: Place,
  findView: (id: string) => SavedView | undefined,
): TaskRequest | undefined {
  switch (place.kind) {
    case 'inbox':
    case 'list':
      return askFor({ ...open, ...topLevel, ...within(place) }, byHand)
    case 'today':
      return askFor(
        { ...notCompleted, ...notAside, plannedState: { in: ['OVERDUE', 'TODAY'] } },
        byDay('DUE'),
      )
    case 'upcoming':
      return askFor(
        { ...notCompleted, ...notAside, plannedState: { in: ['NEXT_7_DAYS', 'LATER'] } },
        byDay('PLANNED'),
      )
    case 'tag':
      return askFor(
        { ...open, ...notAside, tags: { some: { id: { eq: place.id } } } },
        byDay('DUE'),
      )
    case 'all':
      return askFor({ ...open, ...topLevel, ...notAside }, newestBy('CREATED_AT'))
    case 'completed':
      return askFor({ completed: { eq: true } }, newestBy('COMPLETED_AT'))
    case 'trash':
      return askFor({ deleted: { eq: true } }, newestBy('DELETED_AT'))
    case 'view': {
      const view = findView(place.id)
      return view && askFor(view.filter as TaskFilter, orderView(view))
    }
    case 'search':
      return { kind: 'search', query: place.query.trim() }
  }
}

const groupOrders: Partial<Record<SavedView['groupBy'], TaskOrder>> = {
  DUE_DAY: { field: 'DUE' },
  PRIORITY: { field: 'PRIORITY', direction: 'DESC' },
}

/** What a view sorts by, after its grouping where the API can sort by it, so that pages are in order. */
function orderView({ groupBy, orderBy }: SavedView): TaskOrder[] {
  const keys = orderBy as TaskOrder[]
  const first = groupOrders[groupBy]
  if (!first) return keys
  const others = keys.length > 0 ? keys : newestBy('CREATED_AT')
  return [first, ...others.filter(({ field }) => field !== first.field)].slice(0, maxOrderKeys)
}

export function within(place: Place): TaskFilter {
  if (place.kind === 'inbox') return { list: { isInbox: { eq: true } } }
  return place.kind === 'list' ? { listId: { eq: place.id } } : {}
}

export function askFor(filter: TaskFilter, orderBy: TaskOrder[]): TaskRequest {
  return { kind: 'tasks', filter, orderBy }
}

export function newestBy(field: TaskOrder['field']): TaskOrder[] {
  return [{ field, direction: 'DESC' }]
}
