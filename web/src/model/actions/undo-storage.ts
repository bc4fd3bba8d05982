import type { Client } from '@urql/core'
import { continueStack, type UndoStack } from '../../graphql/undo-stack.ts'
import { attempt, readDraft, writeDraft } from '../drafts/drafts.ts'

const name = 'undo'
/** As many as anybody undoes one by one. */
const maxKept = 100

/** Stores the changes made in this tab, so that they can be undone after a reload, too. */
export function keepUndoStack(client: Client): void {
  const kept = attempt(() => JSON.parse(readDraft(name, true) ?? 'null') as UndoStack | null)
  continueStack(client, kept ?? { done: [], undone: [] }, ({ done, undone }) =>
    writeDraft(
      name,
      JSON.stringify({ done: done.slice(-maxKept), undone: undone.slice(-maxKept) }),
      true,
    ),
  )
}
