import { failRefused, failUsage } from '../failure.ts'
import { findNamed, getNamed, type NamedView } from './find-named.ts'
import type { Session } from './session.ts'

/** What the API is asked for the tasks of a place, as the app asks it. */
export type Place = { filter: object; orderBy: readonly object[] }

const open = { completed: { eq: false } }
const topLevel = { hasParent: { eq: false } }
// Tasks of archived lists don't call for attention.
const notAside = { list: { archived: { eq: false } } }

const byHand = [{ field: 'MANUAL' }]
const begun = { startState: { neq: 'AHEAD' } }
const byDay = (field: 'DUE' | 'PLANNED') => [
  { field },
  { field: 'PRIORITY', direction: 'DESC' },
  { field: 'CREATED_AT' },
]
const newestBy = (field: string) => [{ field, direction: 'DESC' }]
const isPlanned = (...states: string[]) => ({ ...open, ...notAside, plannedState: { in: states } })

const places: Readonly<Record<string, Place>> = {
  today: { filter: isPlanned('OVERDUE', 'TODAY'), orderBy: byDay('DUE') },
  overdue: { filter: isPlanned('OVERDUE'), orderBy: byDay('DUE') },
  upcoming: { filter: isPlanned('NEXT_7_DAYS', 'LATER'), orderBy: byDay('PLANNED') },
  inbox: {
    filter: { ...open, ...begun, ...topLevel, list: { isInbox: { eq: true } } },
    orderBy: byHand,
  },
  all: { filter: { ...open, ...begun, ...topLevel, ...notAside }, orderBy: newestBy('CREATED_AT') },
  completed: { filter: { completed: { eq: true } }, orderBy: newestBy('COMPLETED_AT') },
}

export const placeNames: readonly string[] = Object.keys(places)

/**
 * A place by what it is called: one of `placeNames`, `#list`, `@tag`, or the name of a saved view or a list.
 *
 * @throws Failure when there is none, or a view and a list of that name
 */
export async function findPlace(session: Session, name: string): Promise<Place> {
  const own = Object.hasOwn(places, name.toLowerCase()) ? places[name.toLowerCase()] : undefined
  if (own) return own
  if (name.startsWith('#')) return placeOfList(await getNamed(session, 'list', name.slice(1)))
  if (name.startsWith('@')) {
    const { id } = await getNamed(session, 'tag', name.slice(1))
    return {
      filter: { ...open, ...begun, ...notAside, tags: { some: { id: { eq: id } } } },
      orderBy: byDay('DUE'),
    }
  }
  const [view, list] = await Promise.all([
    findNamed(session, 'view', name),
    findNamed(session, 'list', name),
  ])
  if (view && list)
    throw failRefused(
      'AMBIGUOUS',
      `“${name}” is a saved view and a list. Write --view “${name}”, or --list “${name}”.`,
    )
  if (view) return placeOfView(view)
  if (list) return placeOfList(list)
  throw failRefused(
    'NOT_FOUND',
    `A place was expected: ${placeNames.join(', ')}, a list, a saved view or @tag. None is called “${name}”. tend ls --search looks for words in tasks.`,
  )
}

export function placeOfList({ id }: { id: string }): Place {
  return { filter: { ...open, ...begun, ...topLevel, listId: { eq: id } }, orderBy: byHand }
}

const groupOrders: Readonly<Record<string, { field: string; direction?: string }>> = {
  DUE_DAY: { field: 'DUE' },
  PRIORITY: { field: 'PRIORITY', direction: 'DESC' },
}
const maxOrderKeys = 5

/** Sorted as the app shows the view: by its groups first, where the API can sort by them. */
export function placeOfView({ filter, orderBy, groupBy }: NamedView): Place {
  const first = groupOrders[groupBy]
  if (!first) return { filter, orderBy }
  const others = orderBy.length > 0 ? orderBy : newestBy('CREATED_AT')
  const rest = (others as { field: string }[]).filter(({ field }) => field !== first.field)
  return { filter, orderBy: [first, ...rest].slice(0, maxOrderKeys) }
}

/**
 * A filter as the API takes it, in JSON.
 *
 * @throws Failure when it isn't JSON
 */
export function readFilter(text: string): Place {
  try {
    const filter: unknown = JSON.parse(text)
    if (typeof filter === 'object' && filter !== null) return { filter, orderBy: byDay('DUE') }
  } catch {
    // Told below, like JSON that is no object.
  }
  throw failUsage(
    `--filter should be a TaskFilter of the API as JSON, such as '{"priority":{"gte":"HIGH"}}', found ${text}.`,
  )
}
