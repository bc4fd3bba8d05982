import type { Client } from '@urql/core'
import { sendMutation } from '../../graphql/run-mutation.ts'
import {
  dropMutation,
  noteRedone,
  noteUndone,
  peekDone,
  peekUndone,
  waitForAnswers,
} from '../../graphql/undo-stack.ts'
import { showToast } from '../../ui/toasts/toast-queue.ts'
import { Redo } from '../documents/redo.mutation.ts'
import { isForGood, undoMutation } from './undo.ts'

/** Undoes the last change made in this tab, and says whether that worked. */
export async function undoLast(client: Client): Promise<void> {
  await waitForAnswers(client)
  const mutationId = peekDone(client)
  if (!mutationId) return showToast({ text: 'There is nothing to undo.' })
  const outcome = await undoMutation(client, mutationId)
  showToast({ text: outcome.ok ? 'Undone.' : `It couldn’t be undone. ${outcome.message}` })
}

/** Repeats the change undone last in this tab, and says whether that worked. */
export async function redoLast(client: Client): Promise<void> {
  await waitForAnswers(client)
  const mutationId = peekUndone(client)
  if (!mutationId) return showToast({ text: 'There is nothing to redo.' })
  noteRedone(client, mutationId)
  const outcome = await sendMutation(client, Redo, { input: { mutationId } })
  if (!outcome.ok) (isForGood(outcome) ? dropMutation : noteUndone)(client, mutationId)
  showToast({ text: outcome.ok ? 'Done again.' : `It couldn’t be done again. ${outcome.message}` })
}
