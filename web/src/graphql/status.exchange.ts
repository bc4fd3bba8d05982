import { type Exchange, mapExchange, type OperationResult } from '@urql/core'
import type { SyncStatus } from './sync-status.ts'

/** Tells `status` of every change on its way and of every answer; changes nothing. */
export function createStatusExchange(status: SyncStatus): Exchange {
  return mapExchange({
    onOperation({ kind }) {
      if (kind !== 'mutation') return
      status.update((state) => ({ ...state, pending: state.pending + 1 }))
    },
    onResult(result) {
      const done = result.operation.kind === 'mutation' ? 1 : 0
      const trouble = isTrouble(result)
      status.update(({ pending }) => ({ pending: Math.max(0, pending - done), trouble }))
    },
  })
}

function isTrouble({ error }: OperationResult): boolean {
  return error?.networkError !== undefined || (error?.response?.status ?? 0) >= 500
}
