import { type Exchange, mapExchange, type OperationResult } from '@urql/core'
import type { SyncStatus } from './sync-status.ts'

/** Reports every mutation under way and every answer to `status`; changes nothing. */
export function createStatusExchange(status: SyncStatus): Exchange {
  return mapExchange({
    onOperation({ kind }) {
      if (kind !== 'mutation') return
      status.update((state) => ({ ...state, pending: state.pending + 1 }))
    },
    onResult(result) {
      const isChange = result.operation.kind === 'mutation'
      const trouble = isTrouble(result)
      status.update((state) => ({
        ...state,
        pending: Math.max(0, state.pending - (isChange ? 1 : 0)),
        saved: state.saved || (isChange && !result.error),
        trouble,
      }))
    },
  })
}

function isTrouble({ error }: OperationResult): boolean {
  return error?.networkError !== undefined || (error?.response?.status ?? 0) >= 500
}
