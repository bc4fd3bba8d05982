import type { Client } from '@urql/core'
import { useCallback, useMemo } from 'react'
import { useClient } from 'urql'
import { type Outcome, sendMutation } from '../graphql/run-mutation.ts'
import {
  dropMutation,
  noteRedone,
  noteUndone,
  peekDone,
  peekUndone,
  waitForAnswers,
} from '../graphql/undo-stack.ts'
import { showToast } from '../ui/toast-queue.ts'
import { Redo, Undo } from './changes.ts'

export type UndoActions = { undo: () => void; redo: () => void }

/** Undoes what was done last in this window, and does it again; says what became of it. */
export function useUndo(): UndoActions {
  const client = useClient()
  return useMemo(
    () => ({
      undo: () => void undoLast(client),
      redo: () => void redoLast(client),
    }),
    [client],
  )
}

async function undoLast(client: Client): Promise<void> {
  await waitForAnswers(client)
  const mutationId = peekDone(client)
  if (!mutationId) return showToast({ text: 'There is nothing to undo.' })
  const outcome = await undoMutation(client, mutationId)
  showToast({ text: outcome.ok ? 'Undone.' : `It couldn’t be undone. ${outcome.message}` })
}

async function redoLast(client: Client): Promise<void> {
  await waitForAnswers(client)
  const mutationId = peekUndone(client)
  if (!mutationId) return showToast({ text: 'There is nothing to redo.' })
  const outcome = await redoMutation(client, mutationId)
  showToast({ text: outcome.ok ? 'Done again.' : `It couldn’t be done again. ${outcome.message}` })
}

/** Says what was done, and offers to undo it when its mutation is known. */
export function useUndoToast(): (text: string, mutationId: string | undefined) => void {
  const client = useClient()
  return useCallback(
    (text, mutationId) => {
      const undo = async (id: string) => {
        const undone = await undoMutation(client, id)
        if (!undone.ok) showToast({ text: `It couldn’t be undone. ${undone.message}` })
      }
      const action = mutationId && { label: 'Undo', run: () => void undo(mutationId) }
      showToast({ text, ...(action && { action }) })
    },
    [client],
  )
}

/** Undoes one mutation by its id. */
export async function undoMutation(client: Client, mutationId: string): Promise<Outcome<unknown>> {
  // At once, so that pressing twice undoes two.
  noteUndone(client, mutationId)
  const outcome = await sendMutation(client, Undo, { input: { mutationId } })
  if (!outcome.ok) dropMutation(client, mutationId)
  return outcome
}

async function redoMutation(client: Client, mutationId: string): Promise<Outcome<unknown>> {
  noteRedone(client, mutationId)
  const outcome = await sendMutation(client, Redo, { input: { mutationId } })
  if (!outcome.ok) dropMutation(client, mutationId)
  return outcome
}
