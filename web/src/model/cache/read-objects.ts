import type { Cache } from '@urql/exchange-graphcache'
import type { Tag, Task } from '../documents/fields.ts'

/** A list as a task shows it; undefined when the cache doesn't hold it. */
export function findList(cache: Cache, id: string): Task['list'] | undefined {
  const key = cache.keyOfEntity({ __typename: 'List', id })
  const fields = ['id', 'name', 'color', 'icon', 'isInbox', 'archivedAt'] as const
  return key ? (readFields(cache, key, 'List', fields) as Task['list'] | undefined) : undefined
}

/** The inbox; undefined before the lists are loaded. */
export function findInbox(cache: Cache): Task['list'] | undefined {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query')) {
    if (fieldName !== 'lists') continue
    const connection = cache.resolve('Query', fieldName, args)
    const keys = typeof connection === 'string' ? cache.resolve(connection, 'nodes') : undefined
    const inbox = Array.isArray(keys)
      ? keys.find((key) => typeof key === 'string' && cache.resolve(key, 'isInbox'))
      : undefined
    if (typeof inbox === 'string') return findList(cache, inbox.replace(/^List:/, ''))
  }
  return undefined
}

/** Those of the tags that are in the cache, sorted by name as in the API. */
export function findTags(cache: Cache, ids: readonly string[]): Tag[] {
  return ids
    .flatMap((id) => {
      const key = cache.keyOfEntity({ __typename: 'Tag', id })
      const tag = key && readFields(cache, key, 'Tag', ['id', 'name', 'color'])
      return tag ? [tag as Tag] : []
    })
    .toSorted((a, b) => a.name.localeCompare(b.name))
}

function readFields(
  cache: Cache,
  key: string,
  typename: string,
  fields: readonly string[],
): object | undefined {
  const values = fields.map((field) => [field, cache.resolve(key, field)] as const)
  if (values.some(([, value]) => value === undefined)) return undefined
  return { __typename: typename, ...Object.fromEntries(values) }
}
