import type { Viewer } from '../auth/viewer.ts'
import type { UserDatabase, UserDatabases } from '../db/user-database.ts'
import { createListLoader } from '../lists/list.loader.ts'

/** Runs work on the viewer's own rows; there is no other way to the database from a resolver. */
export type AsUser = <T>(work: (db: UserDatabase) => Promise<T>) => Promise<T>

/** What a resolver gets. One for each request, never shared: scope-auth and the loaders cache by it. */
export interface RequestContext {
  viewer: Viewer
  requestId: string
  asUser: AsUser
  asUserInTransaction: AsUser
  loaders: { list: ReturnType<typeof createListLoader> }
}

export function createRequestContext(
  databases: UserDatabases,
  viewer: Viewer,
  requestId: string,
): RequestContext {
  const asUser: AsUser = (work) => databases.asUser(viewer.userId, work)
  const asUserInTransaction: AsUser = (work) => databases.asUserInTransaction(viewer.userId, work)
  return {
    viewer,
    requestId,
    asUser,
    asUserInTransaction,
    loaders: { list: createListLoader(asUser) },
  }
}
