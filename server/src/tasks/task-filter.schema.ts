import { isUuid } from '../domain/ids.ts'
import { builder } from '../graphql/builder.ts'
import type { TaskFilter } from './task.queries.ts'

const BooleanComparator = builder.inputType('BooleanComparator', {
  description: 'Compares a field that is true or false.',
  fields: (t) => ({
    eq: t.boolean({ description: 'Is this.' }),
    neq: t.boolean({ description: 'Is not this.' }),
  }),
})

const IDComparator = builder.inputType('IDComparator', {
  description: 'Compares an id.',
  fields: (t) => ({
    eq: t.id({ description: 'Is this.' }),
    in: t.idList({ description: 'Is one of these.' }),
  }),
})

export const TaskFilterInput = builder.inputType('TaskFilter', {
  description:
    'Which of your tasks are meant. An empty filter means all that are not in the trash.',
  fields: (t) => ({
    completed: t.field({ type: BooleanComparator, description: 'Whether it is completed.' }),
    listId: t.field({ type: IDComparator, description: 'The list it is in.' }),
  }),
})
export type TaskFilterArgs = typeof TaskFilterInput.$inferInput

/** Conditions that exclude each other, and ids that no list can have, match nothing. */
export function readTaskFilter(filter: TaskFilterArgs | null | undefined): TaskFilter {
  const { eq, neq } = filter?.completed ?? {}
  const wanted = [eq, neq == null ? undefined : !neq].filter((value) => value != null)
  const contradictory = new Set(wanted).size > 1
  const { eq: equal, in: among } = filter?.listId ?? {}
  const listIds = (among ?? (equal == null ? undefined : [equal]))
    ?.map((id) => id.toLowerCase())
    .filter((id) => isUuid(id) && (equal == null || id === equal.toLowerCase()))
  return {
    completed: wanted[0],
    listIds: contradictory ? [] : listIds,
  }
}
