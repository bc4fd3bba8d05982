import type { Client } from '@urql/core'
import { useCallback } from 'react'
import { useClient } from 'urql'
import { type Outcome, type Refusal, sendMutation } from '../../graphql/run-mutation.ts'
import { dropMutation, noteRedone, noteUndone } from '../../graphql/undo-stack.ts'
import { showToast } from '../../ui/toasts/toast-queue.ts'
import { Undo } from './changes.ts'

/** Says what was done, and offers to undo it when its mutation is known. */
export function useUndoToast(): (text: string, mutationId: string | undefined) => void {
  const client = useClient()
  return useCallback(
    (text, mutationId) => {
      const run = () => void (mutationId && undoAndNotify(client, mutationId))
      const action = mutationId && { label: 'Undo', run }
      showToast({ text, ...(action && { action }) })
    },
    [client],
  )
}

/** Undoes one mutation by its id, and says why when it can't be; gives whether it was undone. */
export async function undoAndNotify(client: Client, mutationId: string): Promise<boolean> {
  const undone = await undoMutation(client, mutationId)
  if (!undone.ok) showToast({ text: `It couldn’t be undone. ${undone.message}` })
  return undone.ok
}

/** Undoes one mutation by its id; one that couldn't be reached can be undone later. */
export async function undoMutation(client: Client, mutationId: string): Promise<Outcome<unknown>> {
  // At once, so that pressing twice undoes two.
  noteUndone(client, mutationId)
  const outcome = await sendMutation(client, Undo, { input: { mutationId } })
  if (!outcome.ok) (isForGood(outcome) ? dropMutation : noteRedone)(client, mutationId)
  return outcome
}

/** Whether it will be refused the next time, too. */
export function isForGood({ code }: Refusal): boolean {
  return code === 'CONFLICT' || code === 'NOT_FOUND'
}
