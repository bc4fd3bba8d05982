const fixedPlaces = ['inbox', 'today', 'upcoming', 'all', 'completed', 'trash'] as const
const ownedPlaces = ['list', 'tag', 'view'] as const

export type FixedPlace = { kind: (typeof fixedPlaces)[number] }
export type OwnedPlace = { kind: (typeof ownedPlaces)[number]; id: string }
export type SearchPlace = { kind: 'search'; query: string }

/** What the middle column shows. */
export type Place = FixedPlace | OwnedPlace | SearchPlace

/** A place, and the task that is open beside it. */
export type Address = { place: Place; taskId?: string | undefined }

export const inbox: Place = { kind: 'inbox' }

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/**
 * Reads an address of the app; undefined when it leads nowhere. `/task/<id>` alone opens a task over
 * the inbox, `/today/task/<id>` over another place.
 */
export function parseAddress(pathname: string, search = ''): Address | undefined {
  const [, ...parts] = pathname.split('/')
  const taskAt = parts.length - 2
  const opensTask = parts[taskAt] === 'task'
  const taskId = opensTask ? parts[taskAt + 1] : undefined
  if (taskId !== undefined && !uuid.test(taskId)) return undefined
  const placeParts = opensTask ? parts.slice(0, taskAt) : parts
  if (opensTask && placeParts.length === 0) return { place: inbox, taskId }
  const place = parsePlace(placeParts, search)
  return place && { place, ...(taskId && { taskId }) }
}

/** The one address that `parseAddress` reads back as the same. */
export function printAddress({ place, taskId }: Address): string {
  const query =
    place.kind === 'search' && place.query ? `?${new URLSearchParams({ q: place.query })}` : ''
  const path = taskId && place.kind === 'inbox' ? '' : printPlace(place)
  return `${path}${taskId ? `/task/${taskId}` : ''}${query}`
}

/** Whether both are the same place; all searches are, whatever they look for. */
export function isSamePlace(a: Place, b: Place): boolean {
  return printPlace(a) === printPlace(b)
}

function parsePlace(parts: readonly string[], search: string): Place | undefined {
  const [kind, id] = parts
  if (parts.length === 1) {
    if (kind === 'search') return { kind, query: new URLSearchParams(search).get('q') ?? '' }
    const fixed = fixedPlaces.find((name) => name === kind)
    return fixed && { kind: fixed }
  }
  const owned = ownedPlaces.find((name) => name === kind)
  return parts.length === 2 && owned && id && uuid.test(id) ? { kind: owned, id } : undefined
}

function printPlace(place: Place): string {
  return 'id' in place ? `/${place.kind}/${place.id}` : `/${place.kind}`
}
