import { createHash } from 'node:crypto'
import type { LogEntry } from '../changes/change.queries.ts'
import type { ChangeOperation, TrackedTable } from '../changes/change.table.ts'
import { listObjectChanges, type ObjectChange } from '../changes/object-changes.service.ts'
import { writeSyncCursor } from '../changes/sync-cursor.service.ts'
import { webhookEventSize } from '../domain/limits.ts'

/** What a webhook wants to hear of; null: everything. */
export type WebhookFilter = {
  entities: readonly TrackedTable[] | null
  operations: readonly ChangeOperation[] | null
}

/** What one mutation has left in the log, without the rows. */
export type LoggedMutation = {
  mutationId: string
  actor: string
  /** Of its last entry. */
  at: string
  /** Its first and last entry. */
  firstSeq: number
  lastSeq: number
}

/** What is sent: the same bytes under the same id, however often. */
export type WebhookEvent = { id: string; body: Buffer; afterSeq: number; lastSeq: number }

/** What the API calls what the log calls otherwise. */
const operationNames: Readonly<Record<ChangeOperation, string>> = {
  insert: 'CREATE',
  update: 'UPDATE',
  delete: 'DELETE',
}

/**
 * What a mutation did, for a webhook; undefined when it did nothing that the webhook wants to hear of.
 *
 * @param entries all of it; undefined when it is known to be too much
 */
export function writeMutationEvent(
  userId: string,
  mutation: LoggedMutation,
  entries: readonly LogEntry[] | undefined,
  filter: WebhookFilter,
): WebhookEvent | undefined {
  const { mutationId, actor, at, firstSeq, lastSeq } = mutation
  const changes = entries && listObjectChanges(entries).filter((change) => isWanted(change, filter))
  if (changes?.length === 0) return undefined
  const write = (fitting: readonly ObjectChange[] | undefined) =>
    toBody('mutation', at, {
      mutationId,
      seq: lastSeq,
      actor: toActor(actor),
      changes: (fitting ?? []).map(toChange),
      truncated: fitting === undefined,
      cursor: writeSyncCursor(userId, firstSeq - 1),
    })
  const whole = changes && changes.length <= webhookEventSize.changes ? write(changes) : undefined
  const body = whole && whole.length <= webhookEventSize.bytes ? whole : write(undefined)
  return { id: nameEvent(userId, lastSeq), body, afterSeq: firstSeq - 1, lastSeq }
}

/** That the log no longer holds, or doesn't hold yet, what comes after the webhook's position. */
export function writeResetEvent(userId: string, seq: number, at: string): WebhookEvent {
  const data = { seq, cursor: writeSyncCursor(userId, seq) }
  const id = `${nameEvent(userId, seq)}_reset`
  return { id, body: toBody('reset', at, data), afterSeq: seq, lastSeq: seq }
}

/** What somebody sends to see whether it arrives. */
export function writeTestEvent(userId: string, nth: string, seq: number, at: string): WebhookEvent {
  const data = { seq, cursor: writeSyncCursor(userId, seq) }
  const id = `evt_${tagOf(userId)}_test_${nth}`
  return { id, body: toBody('test', at, data), afterSeq: seq, lastSeq: seq }
}

function toBody(type: string, timestamp: string, data: object): Buffer {
  return Buffer.from(JSON.stringify({ type, timestamp, data }))
}

function nameEvent(userId: string, seq: number): string {
  return `evt_${tagOf(userId)}_${seq}`
}

/** Keeps the events of different people apart, for who receives those of several. */
function tagOf(userId: string): string {
  return createHash('sha256').update(`webhook:${userId}`).digest('hex').slice(0, 12)
}

function toActor(actor: string): { kind: string; id: string | null } {
  const [, kind, id] = /^(session|token):(.+)$/.exec(actor) ?? []
  return { kind: (kind ?? 'system').toUpperCase(), id: id ?? null }
}

function isWanted(
  { table, operation }: ObjectChange,
  { entities, operations }: WebhookFilter,
): boolean {
  return (entities?.includes(table) ?? true) && (operations?.includes(operation) ?? true)
}

function toChange({ table, id, operation, before, after }: ObjectChange): object {
  return { entity: table.toUpperCase(), id, op: operationNames[operation], before, after }
}
