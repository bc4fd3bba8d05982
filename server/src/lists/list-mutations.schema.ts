import type { UserDatabase } from '../db/user-database.ts'
import { textLimits } from '../domain/limits.ts'
import { addMutation, type PayloadBuilder, payloadOrRepetition } from '../graphql/add-mutation.ts'
import { ColorType } from '../graphql/color.schema.ts'
import { unchangedSinceField } from '../graphql/unchanged-since.ts'
import type { List } from './list.queries.ts'
import { ListType } from './list.schema.ts'
import {
  archiveList,
  createList,
  deleteList,
  moveList,
  restoreList,
  unarchiveList,
  updateList,
} from './list.service.ts'

const { listName } = textLimits
const nameWords = `One line, ${listName.min} to ${listName.max} characters after trimming.`

addMutation('createList', {
  description: 'Makes a list, at the end or beside another one.',
  inputDescription: 'A list to create.',
  inputFields: (t) => ({
    id: t.id({
      description:
        'A UUID of your own making, so that the mutation can be repeated safely: the same id with the same name, color and icon gives the stored list, with others CONFLICT. By default the server creates one (version 7).',
    }),
    name: t.string({ required: true, description: `What to call it. ${nameWords}` }),
    color: t.field({ type: ColorType, description: 'Its colour; none by default.' }),
    icon: t.string({ description: 'One emoji; none by default.' }),
    afterId: t.id({
      description: 'The list to put it right after. By default it goes to the end.',
    }),
    beforeId: t.id({ description: 'The list to put it right before; not together with afterId.' }),
  }),
  payloadFields: listField,
  resolve: async (db, input) => {
    const { list, madeBy } = await createList(db, input)
    return payloadOrRepetition({ list }, madeBy)
  },
})

addMutation('updateList', {
  description: 'Changes a list. One in the trash is refused with CONFLICT.',
  inputDescription: 'What to change of a list. What is left out stays; null clears.',
  inputFields: (t) => ({
    id: t.id({ required: true, description: 'The id of the list.' }),
    name: t.string({ description: `Another name; can’t be cleared. ${nameWords}` }),
    color: t.field({ type: ColorType, description: 'Another colour.' }),
    icon: t.string({ description: 'Another icon, one emoji.' }),
    ...unchangedSinceField(t),
  }),
  payloadFields: listField,
  resolve: async (db, input) => ({ list: await updateList(db, input) }),
})

addMutation('moveList', {
  description:
    'Puts a list right after or before another one. One in the trash is refused with CONFLICT.',
  inputDescription: 'Which list goes where. Exactly one of afterId and beforeId is needed.',
  inputFields: (t) => ({
    id: t.id({ required: true, description: 'The id of the list.' }),
    afterId: t.id({ description: 'The list to put it right after.' }),
    beforeId: t.id({ description: 'The list to put it right before.' }),
  }),
  payloadFields: listField,
  resolve: async (db, input) => ({ list: await moveList(db, input) }),
})

addListAction(
  'archiveList',
  'Puts a list aside with its tasks. One that is archived stays as it is; the inbox and a list in the trash are refused with CONFLICT.',
  archiveList,
)
addListAction(
  'unarchiveList',
  'Brings an archived list back. One that is not archived stays as it is; one in the trash is refused with CONFLICT.',
  unarchiveList,
)
addListAction(
  'deleteList',
  'Puts a list with all its tasks into the trash, where it can be restored. The inbox is refused with CONFLICT.',
  deleteList,
)
addListAction(
  'restoreList',
  'Takes a list out of the trash with the tasks that its deletion took along; tasks that were in the trash before stay there.',
  restoreList,
)

/** A mutation that needs nothing but to know which list is meant. */
function addListAction(
  name: string,
  description: string,
  act: (db: UserDatabase, id: string) => Promise<List>,
): void {
  addMutation(name, {
    description,
    inputDescription: 'Which list is meant.',
    inputFields: (t) => ({ id: t.id({ required: true, description: 'The id of the list.' }) }),
    payloadFields: listField,
    resolve: async (db, { id }) => ({ list: await act(db, id) }),
  })
}

function listField(t: PayloadBuilder<{ list: List }>) {
  return { list: t.expose('list', { type: ListType, description: 'The list as it is now.' }) }
}
