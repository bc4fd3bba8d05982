import type { Cache } from '@urql/exchange-graphcache'

/**
 * Reads a field of a task in the cache; `undefined` when it isn't known. A dot follows a link:
 * `list.isInbox`, and `tags.name` for the names of all.
 */
export type ReadTask = (field: string) => unknown

export function readTaskFrom(cache: Cache, key: string): ReadTask {
  return (path) => {
    const [field = '', linked] = path.split('.')
    const value = cache.resolve(key, field)
    if (linked && Array.isArray(value))
      return value.map((one) => cache.resolve(String(one), linked))
    if (!linked || typeof value !== 'string') return value
    return cache.resolve(value, linked)
  }
}
