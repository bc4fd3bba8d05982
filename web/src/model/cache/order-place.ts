import type { OrderKey } from '@tend/server/domain/order/order-key'
import type { Cache } from '@urql/exchange-graphcache'

/** The last order key of all: where a new thing is until the API has said its position. */
export const atTheEnd: OrderKey = 'hzzzzzzzz'

type Neighbour = { afterId?: string | null | undefined; beforeId?: string | null | undefined }

/**
 * A position right after a list or a view of the sidebar, or before the first, until the API has said
 * the real one. Undefined when the cache doesn't hold the neighbour.
 */
export function positionBeside(
  cache: Cache,
  typename: 'List' | 'SavedView',
  { afterId, beforeId }: Neighbour,
): { position?: string } {
  const key = cache.keyOfEntity({ __typename: typename, id: afterId ?? beforeId ?? '' })
  const position = key && cache.resolve(key, 'position')
  if (typeof position !== 'string') return {}
  const [place = position] = makePositions(position, afterId ? 'after' : 'before', 1)
  return { position: place }
}

/**
 * Positions right after a known one, or before it where it is the first, as many as are wanted, until
 * the API has said the real ones.
 */
export function makePositions(known: string, side: 'after' | 'before', count: number): string[] {
  // No key has a `!`, which sorts before all characters of keys.
  const low = `${side === 'after' ? known : known.slice(0, -1)}!`
  return Array.from({ length: count }, (_, index) => `${low}${String(index).padStart(3, '0')}`)
}
