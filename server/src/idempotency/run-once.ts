import { createHash } from 'node:crypto'
import type { UserDatabase } from '../db/user-database.ts'
import { findMutationIdProblem } from '../domain/mutation-id.ts'
import { badUserInput, conflict } from '../errors.ts'
import { findIdempotentResult, insertIdempotentResult } from './idempotency-key.queries.ts'
import { findReceipt, insertReceipt, isMutationLogged } from './mutation-receipt.queries.ts'

const maxKeyLength = 200

/** What a mutation is, and how its client names it so that it happens once. */
export type NamedMutation = {
  name: string
  input: object
  /** The client's `idempotencyKey`, known for a day. */
  key: string | null | undefined
  /** The mutation's own id, if the client has chosen it; known for as long as the log. */
  chosenId: string | null | undefined
}

/**
 * Runs a mutation once for its key, and once for the id that the client gave it: a repetition returns the
 * first answer and changes nothing. Both are written in the mutation's own transaction, so they exist
 * exactly when its effects do.
 *
 * @param work returns the result, and the part of it that is stored to answer repetitions
 * @throws AppError `CONFLICT` when the key or the id was used for something else
 */
export async function runOnce<Result extends object>(
  db: UserDatabase,
  { name, input, key, chosenId }: NamedMutation,
  work: () => Promise<{ result: Result; kept: Result }>,
): Promise<Result> {
  if (key == null && chosenId == null) return (await work()).result
  const fingerprint = createHash('sha256')
    .update(canonicalJson([name, input]))
    .digest('base64')
  const [byKey, byId, isLogged] = await Promise.all([
    key == null ? undefined : findIdempotentResult(db, key),
    chosenId == null ? undefined : findReceipt(db, chosenId),
    chosenId == null ? false : isMutationLogged(db, chosenId),
  ])
  if (byKey && byKey.fingerprint !== fingerprint) throw reused('KEY_REUSED', 'idempotencyKey')
  if (byId ? byId.fingerprint !== fingerprint : isLogged)
    throw reused('MUTATION_ID_REUSED', 'newMutationId')
  const earlier = byId ?? byKey
  if (earlier) return earlier.result as Result
  const { result, kept } = await work()
  const answer = { fingerprint, result: kept }
  await Promise.all([
    key == null ? undefined : insertIdempotentResult(db, { key, ...answer }),
    chosenId == null ? undefined : insertReceipt(db, { mutationId: chosenId, ...answer }),
  ])
  return result
}

/**
 * Refuses names of a mutation that can't be stored, or that came too late to be told from a repetition.
 *
 * @throws AppError `BAD_USER_INPUT`
 */
export function assertNames(
  { key, chosenId }: Pick<NamedMutation, 'key' | 'chosenId'>,
  nowMs: number,
): void {
  const keyProblem = key == null ? undefined : findKeyProblem(key)
  const idProblem = chosenId == null ? undefined : findMutationIdProblem(chosenId, nowMs)
  const issues = []
  if (keyProblem) issues.push({ path: ['input', 'idempotencyKey'], message: keyProblem })
  if (idProblem)
    issues.push({ path: ['input', 'newMutationId'], message: `The newMutationId ${idProblem}` })
  if (issues.length > 0) throw badUserInput(issues)
}

function reused(reason: 'KEY_REUSED' | 'MUTATION_ID_REUSED', field: string): Error {
  const message = `This ${field} was used for another change. Make a new one for a new change.`
  return conflict(reason, message, ['input', field])
}

function findKeyProblem(key: string): string | undefined {
  if (key.length < 1 || key.length > maxKeyLength)
    return `The idempotencyKey must have 1 to ${maxKeyLength} characters, and has ${key.length}.`
  // Postgres can store neither as UTF-8.
  if (key.includes('\0') || !key.isWellFormed())
    return 'The idempotencyKey holds U+0000 or half a character (a lone surrogate). Make another key.'
  return undefined
}

/** The same text for the same value, in whatever order its keys were written. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
