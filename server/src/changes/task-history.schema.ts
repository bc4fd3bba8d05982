import { actorOf } from '../auth/viewer.ts'
import { type Ordering, readPageArgs, toPage } from '../db/page.ts'
import { isUuid } from '../domain/ids.ts'
import { changeLogDays, maxTagsPerTask } from '../domain/limits.ts'
import { historyFields } from '../domain/task-fields/field-types.ts'
import { builder } from '../graphql/builder.ts'
import type { RequestContext } from '../graphql/context.ts'
import { findDeviceNames } from '../sessions/session.service.ts'
import { taskColumns } from '../tasks/task.queries.ts'
import { TaskType } from '../tasks/task.schema.ts'
import { findAccessTokenNames } from '../tokens/access-token.queries.ts'
import type { FieldChange } from './field-changes.ts'
import {
  countMutationsOfTask,
  listEntriesOfTask,
  listMutationsOfTask,
} from './task-history.queries.ts'
import { type HistoryEntry, toHistoryEntry } from './task-history.ts'

interface Entry extends HistoryEntry {
  seq: number
  device: string | null
  tokenName: string | null
}

const ActorKind = builder.enumType('ActorKind', {
  description: 'What kind of actor made a change.',
  values: {
    SESSION: { value: 'session', description: 'You, signed in on a device.' },
    TOKEN: { value: 'token', description: 'A program with one of your access tokens.' },
    SYSTEM: { value: 'system', description: 'The service by itself, such as emptying the trash.' },
  } as const,
})

const ActorType = builder.objectRef<Entry>('ChangeActor').implement({
  description: 'Who made a change.',
  fields: (t) => ({
    kind: t.field({
      type: ActorKind,
      description: 'What kind of hand it was.',
      resolve: ({ actor }) => kindOf(actor),
    }),
    isCurrent: t.boolean({
      description: 'Whether it was the session or token that asks now.',
      resolve: ({ actor }, _args, { viewer }) => actor === actorOf(viewer),
    }),
    device: t.exposeString('device', {
      nullable: true,
      description:
        'The device of the session, such as "Safari on iPhone"; null for other actors, when the session is over, and for tokens without account:read.',
    }),
    tokenName: t.exposeString('tokenName', {
      nullable: true,
      description:
        'What the access token is or was called; null for other actors, when it was revoked long ago, and for tokens without account:read.',
    }),
  }),
})

export const OperationType = builder.enumType('HistoryOperation', {
  description: 'What was done to a task.',
  values: {
    CREATED: { value: 'insert', description: 'It was created, or came back by an undo.' },
    CHANGED: {
      value: 'update',
      description: 'Something of it was changed: completing it and the trash are such changes.',
    },
    DELETED: {
      value: 'delete',
      description: 'It was deleted for good; an undo has brought it back.',
    },
  } as const,
})

// All of its tags can be removed and as many added.
export const mostFieldChanges = taskColumns.length + 2 * maxTagsPerTask

export const FieldChangeType = builder.objectRef<FieldChange>('FieldChange').implement({
  description: 'A field of a task that was changed. Values are given as text, as JSON writes them.',
  fields: (t) => ({
    field: t.exposeString('field', {
      description: `Which one: ${historyFields.join(', ')}, or tags, once for each tag.`,
    }),
    before: t.exposeString('before', {
      nullable: true,
      description: 'What it held; null for nothing. Of tags, the id of the tag that was removed.',
    }),
    after: t.exposeString('after', {
      nullable: true,
      description:
        'What it holds since; null for nothing. Of tags, the id of the tag that was added.',
    }),
  }),
})

const HistoryEntryType = builder.objectRef<Entry>('TaskHistoryEntry').implement({
  description: 'What one mutation did to a task.',
  fields: (t) => ({
    mutationId: t.exposeID('mutationId', { description: 'The mutation; undo takes it.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was done.' }),
    actor: t.field({ type: ActorType, description: 'Who did it.', resolve: (entry) => entry }),
    operation: t.field({
      type: OperationType,
      description: 'What was done.',
      resolve: (entry) => entry.operation,
    }),
    changes: t.field({
      type: [FieldChangeType],
      extensions: { cost: { atMost: mostFieldChanges } },
      description: 'The fields that were changed.',
      resolve: (entry) => entry.changes,
    }),
  }),
})

builder.objectField(TaskType, 'history', (t) =>
  t.connection({
    type: HistoryEntryType,
    description: `What was done to it and by whom in the last ${changeLogDays} days, newest first.`,
    resolve: async (task, args, context) => {
      const ordering = historyOrdering(task.id)
      const request = readPageArgs(args, ordering)
      const mutations = await context.asUser((db) => listMutationsOfTask(db, task.id, request))
      const page = toPage(
        mutations,
        request,
        ordering,
        ({ seq }) => [String(seq), task.id] as const,
      )
      const entries = await describe(
        task.id,
        page.edges.map(({ node }) => node),
        context,
      )
      return {
        ...page,
        edges: page.edges.map(({ cursor }, index) => ({ cursor, node: entries[index] as Entry })),
        totalCount: () => context.asUser((db) => countMutationsOfTask(db, task.id)),
      }
    },
  }),
)

async function describe(
  taskId: string,
  mutations: readonly { mutationId: string; seq: number }[],
  context: RequestContext,
): Promise<Entry[]> {
  const ids = mutations.map(({ mutationId }) => mutationId)
  const lines = await context.asUser((db) => listEntriesOfTask(db, taskId, ids))
  const byMutation = Map.groupBy(lines, (line) => line.mutationId)
  // The names of sessions and tokens belong to the account; whether it was one or the other, to the task.
  const named = context.viewer.scopes.has('account:read') ? lines : []
  const [devices, tokenNames] = await Promise.all([
    context.asUser((db) => findDeviceNames(db, listActorIds(named, 'session'))),
    context.asUser((db) => findAccessTokenNames(db, listActorIds(named, 'token'))),
  ])
  return mutations.map(({ mutationId, seq }) => {
    const [first, ...rest] = byMutation.get(mutationId) ?? []
    if (!first) throw new Error(`The log has lost the mutation ${mutationId} while it was read`)
    const device = devices.get(idOf(first.actor)) ?? null
    const tokenName = tokenNames.get(idOf(first.actor)) ?? null
    return { ...toHistoryEntry([first, ...rest]), seq, device, tokenName }
  })
}

function historyOrdering(taskId: string): Ordering {
  return {
    name: 'task-history',
    acceptsKeys: ([seq, id, ...rest]) =>
      rest.length === 0 && /^\d{1,15}$/.test(seq ?? '') && isUuid(id ?? '') && id === taskId,
  }
}

/** The ids of the sessions, or of the access tokens, among those who made changes. */
function listActorIds(lines: readonly { actor: string }[], kind: 'session' | 'token'): string[] {
  const actors = new Set(lines.map(({ actor }) => actor))
  return [...actors].filter((actor) => kindOf(actor) === kind).map(idOf)
}

function idOf(actor: string): string {
  return actor.slice(actor.indexOf(':') + 1)
}

function kindOf(actor: string): 'session' | 'token' | 'system' {
  if (actor.startsWith('session:')) return 'session'
  return actor.startsWith('token:') ? 'token' : 'system'
}
