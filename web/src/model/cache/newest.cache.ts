import type { OperationResult } from '@urql/core'
import type { FeatureCache } from '../../graphql/cache.exchange.ts'

type Version = { id: string; updatedAt: string }

/** More are hardly changed while one request is under way. */
const mostKept = 1_000

/**
 * Keeps an answer from replacing what the live feed has reported since the API made it: an answer may
 * arrive after a change that is newer, and no later change would correct it. Where the feed is behind,
 * it brings the newer change itself.
 */
export const newestCache: FeatureCache = {
  updates: {},
  optimistic: {},
  createReviser() {
    const reported = new Map<string, Version>()
    return (result) => {
      if (!result.data) return result
      if (result.operation.kind !== 'subscription') {
        // Most pages are loaded while nothing else happens.
        return reported.size > 0 ? { ...result, data: replaceOlder(result.data, reported) } : result
      }
      for (const version of listVersions(result)) {
        // Behind all others, so that the oldest report is the first to go.
        reported.delete(version.id)
        reported.set(version.id, version)
      }
      for (const id of reported.keys()) {
        if (reported.size <= mostKept) break
        reported.delete(id)
      }
      return result
    }
  },
}

function listVersions({ data }: OperationResult): Version[] {
  const changes: { node?: unknown }[] = data.changes?.changes ?? []
  return changes.flatMap(({ node }) => (isVersion(node) ? [node] : []))
}

/** The same data, with each object that was reported newer since as it was reported. */
function replaceOlder(data: unknown, reported: ReadonlyMap<string, Version>): unknown {
  if (Array.isArray(data)) return data.map((item) => replaceOlder(item, reported))
  if (typeof data !== 'object' || data === null) return data
  const copy = Object.fromEntries(
    Object.entries(data).map(([field, value]) => [field, replaceOlder(value, reported)]),
  )
  const newer = isVersion(data) ? reported.get(data.id) : undefined
  const isOlder = newer && isVersion(data) && data.updatedAt < newer.updatedAt
  return isOlder ? { ...copy, ...newer } : copy
}

/** Of those that the app asks for, tasks alone say when they were changed. */
function isVersion(value: unknown): value is Version {
  const { id, updatedAt } = (value ?? {}) as Partial<Version>
  return typeof id === 'string' && typeof updatedAt === 'string'
}
