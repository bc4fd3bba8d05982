import { createHash } from 'node:crypto'

// RFC 9562 section 5.5. Any UUID will do; this one was drawn.
const namespace = Buffer.from('6f1f0a5c2d9b4e0f8a3d51c7e2b94a60', 'hex')

/** Makes the id that an object of another app has here, the same for one person whenever it is imported. */
export type MakeId = (kind: 'list' | 'tag' | 'task' | 'reminder', key: string) => string

/**
 * Ids by name (UUID version 5) of the person and the object's key, which says its app. The person is part of
 * it, so that two who had a list together there don't have one id for two rows here.
 */
export function createIds(userId: string): MakeId {
  return (kind, key) => {
    const hash = createHash('sha1')
      .update(namespace)
      .update(JSON.stringify([userId, kind, key]))
      .digest()
    hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
    hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
    const hex = hash.toString('hex', 0, 16)
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      hex.slice(12, 16),
      hex.slice(16, 20),
      hex.slice(20),
    ].join('-')
  }
}
