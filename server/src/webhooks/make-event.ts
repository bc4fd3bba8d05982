import type { AsUser } from '../db/user-database.ts'
import { type WebhookEvent, type WebhookFilter, writeMutationEvent } from './webhook-event.ts'
import { listEntriesBetween, type NextMutation } from './webhook-log.queries.ts'

/** What a webhook is sent of a mutation; undefined when nothing. */
export async function makeEvent(
  mutation: NextMutation,
  userId: string,
  filter: WebhookFilter,
  asUser: AsUser,
): Promise<WebhookEvent | undefined> {
  const { entities, operations } = filter
  const wanted = mutation.kinds.filter(({ table }) => entities?.includes(table) ?? true)
  if (wanted.length === 0) return undefined
  if (!mutation.isLarge) {
    const entries = await asUser((db) => listEntriesBetween(db, mutation))
    return writeMutationEvent(userId, mutation, entries, filter)
  }
  const isWanted = wanted.some(({ operation }) => operations?.includes(operation) ?? true)
  return isWanted ? writeMutationEvent(userId, mutation, undefined, filter) : undefined
}
