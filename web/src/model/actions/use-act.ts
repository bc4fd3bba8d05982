import type { TypedDocumentNode } from '@urql/core'
import { useCallback } from 'react'
import { useClient } from 'urql'
import {
  type Answered,
  type Outcome,
  readMutationId,
  runMutation,
} from '../../graphql/run-mutation.ts'
import { showToast, type ToastMessage } from '../../ui/toasts/toast-queue.ts'
import { undoAndNotify } from './undo.ts'

export type Action<Data, Input> = {
  document: TypedDocumentNode<Data, { input: Input }>
  input: Input
  /** What was done, for the message that offers to undo it; without one nothing is said. */
  done?: string | undefined
  /** What to say of an answer that did only a part of it, in place of `done`. */
  partly?: (data: Answered<Data>) => string | undefined
  /** Several of the same kind in a row are reported and undone together. */
  row?: ToastMessage['row']
  /** How things stay when it is refused; why follows. Without one, the caller shows it. */
  failed?: string
  /** Called when it has been undone. */
  onUndone?: () => void
}

export type Act = <Data, Input>(action: Action<Data, Input>) => Promise<Outcome<Answered<Data>>>

/**
 * Runs an action: it shows at once by its optimistic answer, is confirmed in the background, can be
 * undone for a while, and says why when it is refused. Never throws.
 */
export function useAct(): Act {
  const client = useClient()
  return useCallback(
    async ({ document, input, done, partly, row, failed, onUndone }) => {
      const outcome = runMutation(client, document, { input })
      const settled = outcome.then((result) => {
        const part = result.ok ? partly?.(result.data) : undefined
        if (part) notify(part)
        if (!result.ok && failed) showToast({ text: `${failed} ${result.message}` })
        return result
      })
      if (done) notify(done)
      return settled

      function notify(text: string): void {
        showToast({ text, row, action: { label: 'Undo', run: () => void takeBack() } })
      }

      async function takeBack(): Promise<void> {
        const result = await settled
        const mutationId = result.ok && readMutationId(result.data)
        if (mutationId && (await undoAndNotify(client, mutationId))) onUndone?.()
      }
    },
    [client],
  )
}
