import type { UserDatabase } from '../db/user-database.ts'

/** The stored answer of the mutation whose id the client chose. */
export function findReceipt(
  db: UserDatabase,
  mutationId: string,
): Promise<{ fingerprint: string; result: unknown } | undefined> {
  return db
    .selectFrom('mutation_receipt')
    .select(['fingerprint', 'result'])
    .where('mutation_id', '=', mutationId)
    .executeTakeFirst()
}

/** Stores the answer of a mutation that has none yet. */
export async function insertReceipt(
  db: UserDatabase,
  receipt: { mutationId: string; fingerprint: string; result: unknown },
): Promise<void> {
  const { mutationId, fingerprint, result } = receipt
  await db
    .insertInto('mutation_receipt')
    .values({ mutation_id: mutationId, fingerprint, result: JSON.stringify(result) })
    .execute()
}

/** Whether the log has a mutation of this id, whoever chose it. */
export async function isMutationLogged(db: UserDatabase, mutationId: string): Promise<boolean> {
  const found = await db
    .selectFrom('change')
    .select('seq')
    .where('mutation_id', '=', mutationId)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
