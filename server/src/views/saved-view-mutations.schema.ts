import type { GraphQLResolveInfo } from 'graphql'
import { maxOrderKeys } from '../domain/early-limits.ts'
import { savedFilterLength, textLimits } from '../domain/limits.ts'
import type { InputIssue } from '../errors.ts'
import { addMutation, type PayloadBuilder, payloadOrRepetition } from '../graphql/add-mutation.ts'
import { inputToJson } from '../graphql/input-to-json.ts'
import { unchangedSinceField } from '../graphql/unchanged-since.ts'
import { TaskFilterType } from '../tasks/filter/task-filter.schema.ts'
import { findFilterIssues, findOrderIssues } from '../tasks/filter/task-filter.service.ts'
import { TaskOrderType } from '../tasks/read/task-order.schema.ts'
import type { SavedView } from './saved-view.queries.ts'
import { GroupingType, SavedViewType } from './saved-view.schema.ts'
import { createView, deleteView, moveView, updateView } from './saved-view.service.ts'

const { viewName } = textLimits
const nameWords = `One line, ${viewName.min} to ${viewName.max} characters after trimming.`
const filterWords = `Up to ${savedFilterLength} characters as JSON.`

addMutation('createSavedView', {
  description: 'Saves a view, at the end or beside another one.',
  inputDescription: 'A view to save.',
  inputFields: (t) => ({
    id: t.id({
      description:
        'A UUID of your own making, so that the mutation can be repeated safely: the same id with the same contents gives the stored view, with others CONFLICT. By default the server creates one (version 7).',
    }),
    name: t.string({ required: true, description: `What to call it. ${nameWords}` }),
    icon: t.string({ description: 'One emoji; none by default.' }),
    filter: t.field({
      type: TaskFilterType,
      description: `Which tasks it shows; by default all outside the trash. ${filterWords}`,
    }),
    orderBy: t.field({
      type: [TaskOrderType],
      description: `What it sorts them by, ${maxOrderKeys} keys at most; by default the usual order.`,
    }),
    groupBy: t.field({
      type: GroupingType,
      description: 'What it puts them together by; NONE by default.',
    }),
    afterId: t.id({
      description: 'The view to put it right after. By default it goes to the end.',
    }),
    beforeId: t.id({ description: 'The view to put it right before; not together with afterId.' }),
  }),
  payloadFields: viewField,
  resolve: async (db, input, _context, info) => {
    const { issues, ...selection } = readSelection(input, info)
    const { savedView, madeBy } = await createView(db, { ...input, ...selection }, issues)
    return payloadOrRepetition({ savedView }, madeBy)
  },
})

addMutation('updateSavedView', {
  description: 'Changes a saved view.',
  inputDescription: 'What to change of a saved view. What is left out stays; null clears.',
  inputFields: (t) => ({
    id: t.id({ required: true, description: 'The id of the view.' }),
    name: t.string({ description: `Another name; can’t be cleared. ${nameWords}` }),
    icon: t.string({ description: 'Another icon, one emoji.' }),
    ...unchangedSinceField(t),
    filter: t.field({
      type: TaskFilterType,
      description: `Another filter, in place of the whole one before. ${filterWords}`,
    }),
    orderBy: t.field({
      type: [TaskOrderType],
      description: `Another order, ${maxOrderKeys} keys at most, in place of the whole one before.`,
    }),
    groupBy: t.field({ type: GroupingType, description: 'Another grouping; null is NONE.' }),
  }),
  payloadFields: viewField,
  resolve: async (db, input, _context, info) => {
    const { issues, ...selection } = readSelection(input, info)
    return { savedView: await updateView(db, { ...input, ...selection }, issues) }
  },
})

addMutation('moveSavedView', {
  description: 'Puts a saved view right after or before another one.',
  inputDescription: 'Which view goes where. Exactly one of afterId and beforeId is needed.',
  inputFields: (t) => ({
    id: t.id({ required: true, description: 'The id of the view.' }),
    afterId: t.id({ description: 'The view to put it right after.' }),
    beforeId: t.id({ description: 'The view to put it right before.' }),
  }),
  payloadFields: viewField,
  resolve: async (db, input) => ({ savedView: await moveView(db, input) }),
})

addMutation('deleteSavedView', {
  description:
    'Deletes a saved view; the tasks it showed stay. There is no trash for views, but undo.',
  inputDescription: 'Which view is meant.',
  inputFields: (t) => ({ id: t.id({ required: true, description: 'The id of the view.' }) }),
  payloadFields: (t: PayloadBuilder<{ savedView: SavedView }>) => ({
    savedView: t.expose('savedView', { type: SavedViewType, description: 'The view as it was.' }),
  }),
  resolve: async (db, { id }) => ({ savedView: await deleteView(db, id) }),
})

type SelectionInput = {
  filter?: typeof TaskFilterType.$inferInput | null | undefined
  orderBy?: (typeof TaskOrderType.$inferInput)[] | null | undefined
}

/** The filter and the order in the form they are kept in, and what is wrong with them. */
function readSelection({ filter, orderBy }: SelectionInput, info: GraphQLResolveInfo) {
  const issues: InputIssue[] = [
    ...(filter ? findFilterIssues(filter, ['input', 'filter']) : []),
    ...(orderBy ? findOrderIssues(orderBy, ['input', 'orderBy']) : []),
  ]
  const toJson = (value: unknown, type: string) => inputToJson(value, type, info.schema)
  return {
    issues,
    filter: filter && toJson(filter, 'TaskFilter'),
    orderBy: orderBy?.map((key) => toJson(key, 'TaskOrder')) ?? orderBy,
  }
}

function viewField(t: PayloadBuilder<{ savedView: SavedView }>) {
  return {
    savedView: t.expose('savedView', {
      type: SavedViewType,
      description: 'The view as it is now.',
    }),
  }
}
