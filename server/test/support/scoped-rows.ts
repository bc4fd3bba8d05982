import { randomUUIDv7 } from 'node:crypto'
import { createUserDatabases, type UserDatabase } from '../../src/db/user-database.ts'
import type { ServerConfig } from '../../src/env.ts'
import { connectAsOwner } from './test-app.ts'

/** Direct access to a person's rows, past the API but under the same rules as any request. */
export function openRows(config: ServerConfig) {
  const connections = connectAsOwner(config)
  const databases = createUserDatabases(connections.pool, {
    statementTimeoutSeconds: 15,
    lockTimeoutSeconds: 5,
  })
  return {
    databases,
    read: databases.asUser,
    /** Runs a change as a request of the person would, and gives its mutation id. */
    async change(
      userId: string,
      work: (db: UserDatabase) => Promise<unknown>,
      actor = 'session:test',
    ): Promise<string> {
      const id = randomUUIDv7()
      await databases.mutateAsUser(userId, { id, actor }, work)
      return id
    },
    [Symbol.asyncDispose]: () => connections[Symbol.asyncDispose](),
  }
}
