import type { Cache } from '@urql/exchange-graphcache'

/** What the sidebar lists, a page at first and the rest later; the components that show it sort it. */
type Collection = 'lists' | 'tags' | 'savedViews'

type CollectionArgs = Readonly<Record<string, unknown>>

/**
 * Puts an object into a collection or takes it out, wherever the cache holds that collection:
 * `belongs` decides by the arguments that it was loaded with. Gives whether anything changed.
 */
export function placeInCollection(
  cache: Cache,
  collection: Collection,
  key: string,
  belongs: (args: CollectionArgs) => boolean,
): boolean {
  let changed = false
  for (const { fieldName, arguments: args } of cache.inspectFields('Query')) {
    if (fieldName !== collection) continue
    const connection = cache.resolve('Query', collection, args)
    const keys = typeof connection === 'string' ? cache.resolve(connection, 'nodes') : undefined
    if (typeof connection !== 'string' || !Array.isArray(keys)) continue
    const isHere = belongs(args ?? {})
    if (keys.includes(key) === isHere) continue
    const others = (keys as string[]).filter((other) => other !== key)
    cache.link(connection, 'nodes', isHere ? [...others, key] : others)
    changed = true
  }
  return changed
}
