import { undoDays } from '../domain/limits.ts'
import { addMutation, type PayloadBuilder } from '../graphql/add-mutation.ts'
import { ChangeType } from './change.schema.ts'
import { type Change, findNewestForms } from './change-page.ts'
import { restoreMutation } from './undo.service.ts'

const refusals = `CONFLICT when another action has changed something of it since: issues names each object and field as ["task", id, "title"], and nothing is done. A position that was taken since is no such case: the object comes right after it. LIMIT_EXCEEDED when there would be more of something than there can be. What was deleted from the trash for good can’t be brought back: CONFLICT with the reason DELETED_FOR_GOOD. A mutation older than ${undoDays} days is CONFLICT, and one that is not yours or nobody’s NOT_FOUND.`

addMutation('undo', {
  description: `Reverts everything a mutation did, a bulk one too, from whichever of your devices and tokens: each object is as it was before, apart from updatedAt. What was undone already stays so, and changes is empty. An undo is a mutation itself and can be undone. ${refusals}`,
  inputDescription: 'What to take back.',
  inputFields: (t) => ({
    mutationId: t.id({ required: true, description: 'The mutationId of its payload.' }),
  }),
  payloadFields: changesField,
  resolve: async (db, { mutationId }) => ({
    changes: await findNewestForms(db, await restoreMutation(db, mutationId, 'undo')),
  }),
})

addMutation('redo', {
  description: `Does again everything that an undone mutation did: each object is as it was after it, apart from updatedAt. It takes the id of the mutation itself; to undo the undo by its own id comes to the same. What is done already stays so, and changes is empty. ${refusals}`,
  inputDescription: 'What to do again.',
  inputFields: (t) => ({
    mutationId: t.id({
      required: true,
      description: 'The mutationId of the payload of what was undone.',
    }),
  }),
  payloadFields: changesField,
  resolve: async (db, { mutationId }) => ({
    changes: await findNewestForms(db, await restoreMutation(db, mutationId, 'redo')),
  }),
})

function changesField(t: PayloadBuilder<{ changes: Change[] }>) {
  return {
    changes: t.field({
      type: [ChangeType],
      extensions: { cost: { atMost: 'counted' } },
      description: 'The objects that have changed, each in its newest form or as deleted.',
      resolve: (payload) => payload.changes,
    }),
  }
}
