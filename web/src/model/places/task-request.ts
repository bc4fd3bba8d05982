import { maxOrderKeys } from '@tend/server/domain/early-limits'
import type { TaskFilter, TaskOrder } from '../../gql/graphql.ts'
import type { Place } from '../../places/address.ts'
import type { SavedView } from '../documents/fields.ts'

/** What to ask the API for the tasks of a place. */
export type TaskRequest =
  | { kind: 'tasks'; filter: TaskFilter; orderBy: TaskOrder[] }
  | { kind: 'search'; query: string }

const open: TaskFilter = { completed: { eq: false } }
const topLevel: TaskFilter = { hasParent: { eq: false } }
// Tasks of archived lists don't call for attention.
const notAside: TaskFilter = { list: { archived: { eq: false } } }

const byHand: TaskOrder[] = [{ field: 'MANUAL' }]
const byDue: TaskOrder[] = [
  { field: 'DUE' },
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
      return tasks({ ...open, ...topLevel, ...within(place) }, byHand)
    case 'today':
      return tasks({ ...open, ...notAside, dueState: { in: ['OVERDUE', 'TODAY'] } }, byDue)
    case 'upcoming':
      return tasks({ ...open, ...notAside, dueState: { in: ['NEXT_7_DAYS', 'LATER'] } }, byDue)
    case 'tag':
      return tasks({ ...open, ...notAside, tags: { some: { id: { eq: place.id } } } }, byDue)
    case 'all':
      return tasks({ ...open, ...topLevel, ...notAside }, newestBy('CREATED_AT'))
    case 'completed':
      return tasks({ completed: { eq: true } }, newestBy('COMPLETED_AT'))
    case 'trash':
      return tasks({ deleted: { eq: true } }, newestBy('DELETED_AT'))
    case 'view': {
      const view = findView(place.id)
      return view && tasks(view.filter as TaskFilter, orderView(view))
    }
    case 'search':
      return { kind: 'search', query: place.query.trim() }
  }
}

/** The completed tasks of the inbox or of a list, newest first; of other places, all. */
export function requestCompleted(place: Place): TaskRequest {
  return tasks({ completed: { eq: true }, ...topLevel, ...within(place) }, newestBy('COMPLETED_AT'))
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

function within(place: Place): TaskFilter {
  if (place.kind === 'inbox') return { list: { isInbox: { eq: true } } }
  return place.kind === 'list' ? { listId: { eq: place.id } } : {}
}

function tasks(filter: TaskFilter, orderBy: TaskOrder[]): TaskRequest {
  return { kind: 'tasks', filter, orderBy }
}

function newestBy(field: TaskOrder['field']): TaskOrder[] {
  return [{ field, direction: 'DESC' }]
}
