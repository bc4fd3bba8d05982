import type { Generated, GeneratedAlways } from 'kysely'

/** What a mutation answered whose id the client had chosen. */
export type MutationReceiptTable = {
  /** Filled in by the user-scoped database. */
  user_id: GeneratedAlways<string>
  mutation_id: string
  /** A hash of the mutation and its variables. */
  fingerprint: string
  result: unknown
  created_at: Generated<string>
}
