import { createHash } from 'node:crypto'
import type { UserDatabase } from '../db/user-database.ts'
import { badUserInput, conflict } from '../errors.ts'
import { findIdempotentResult, insertIdempotentResult } from './idempotency-key.queries.ts'

const maxKeyLength = 200

/**
 * Runs a mutation once for its key: a repetition returns the first answer and changes nothing. The key
 * is written in the mutation's own transaction, so it exists exactly when its effects do.
 *
 * @param work returns the result, and the part of it that is stored to answer repetitions
 * @throws AppError `BAD_USER_INPUT` (a key that can't be stored), `CONFLICT` when it was used for
 *   something else
 */
export async function runOnce<Result extends object>(
  db: UserDatabase,
  mutation: { key: string | null | undefined; name: string; input: object },
  work: () => Promise<{ result: Result; kept: Result }>,
): Promise<Result> {
  const { key, name, input } = mutation
  if (key == null) return (await work()).result
  const problem = findKeyProblem(key)
  if (problem) throw badUserInput([{ path: ['input', 'idempotencyKey'], message: problem }])
  const fingerprint = createHash('sha256')
    .update(canonicalJson([name, input]))
    .digest('base64')
  const earlier = await findIdempotentResult(db, key)
  if (earlier?.fingerprint === fingerprint) return earlier.result as Result
  if (earlier) {
    const message =
      'This idempotencyKey was used for another change. Make a new key for a new change.'
    throw conflict('KEY_REUSED', message, ['input', 'idempotencyKey'])
  }
  const { result, kept } = await work()
  await insertIdempotentResult(db, { key, fingerprint, result: kept })
  return result
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
