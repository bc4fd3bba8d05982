import type { Viewer } from '../auth/viewer.ts'
import type { Listeners } from '../changes/listeners.ts'
import type { AsUser, UserDatabase, UserDatabases } from '../db/user-database.ts'
import { createListCountLoader, createListLoader } from '../lists/list.loader.ts'
import { createTagCountLoader, createTaskTagsLoader } from '../tags/tag.loader.ts'
import {
  createSubtaskProgressLoader,
  createSubtasksLoader,
  createTaskLoader,
} from '../tasks/task.loader.ts'
import { createTimeZoneLoader } from '../tasks/time-zone.loader.ts'

/** What a resolver gets. One for each request, never shared: scope-auth and the loaders cache by it. */
export interface RequestContext {
  viewer: Viewer
  requestId: string
  /** For reads: each statement for itself. */
  asUser: AsUser
  /** For changes: one transaction, logged under the mutation's id. */
  mutate: <T>(mutationId: string, work: (db: UserDatabase) => Promise<T>) => Promise<T>
  /** None keeps what it has read: a mutation may change it, and a live result lasts for hours. */
  loaders: Loaders
  /** For live results. */
  live: Live
  /** What the person's own sessions were begun with, by id; those that are over are left out. */
  findDevices: FindDevices
}

export interface Live {
  listeners: Listeners
  /** How long a live result trusts that it will be told, before it looks by itself. */
  lookEverySeconds: number
  /** Aborted when nobody listens any more; the reason is an AppError when the caller is to hear it. */
  signal: AbortSignal
}

export type FindDevices = (sessionIds: readonly string[]) => Promise<ReadonlyMap<string, string>>

/** What a context is made of beside its viewer. */
export interface ContextSources {
  databases: UserDatabases
  live: Live
  findDevices(userId: string, sessionIds: readonly string[]): Promise<ReadonlyMap<string, string>>
}

export function createRequestContext(
  sources: ContextSources,
  viewer: Viewer,
  requestId: string,
): RequestContext {
  const { databases, live } = sources
  const asUser: AsUser = (work) => databases.asUser(viewer.userId, work)
  const actor = `session:${viewer.sessionId}`
  return {
    viewer,
    requestId,
    asUser,
    mutate: (id, work) => databases.mutateAsUser(viewer.userId, { id, actor }, work),
    loaders: createLoaders(asUser),
    live,
    findDevices: (sessionIds) => sources.findDevices(viewer.userId, sessionIds),
  }
}

type Loaders = ReturnType<typeof createLoaders>

function createLoaders(asUser: AsUser) {
  return {
    list: createListLoader(asUser),
    listCount: createListCountLoader(asUser),
    tagCount: createTagCountLoader(asUser),
    taskTags: createTaskTagsLoader(asUser),
    task: createTaskLoader(asUser),
    subtasks: createSubtasksLoader(asUser),
    subtaskProgress: createSubtaskProgressLoader(asUser),
    timeZone: createTimeZoneLoader(asUser),
  }
}
