import type { TaskGrouping, TaskOrder } from '../../gql/graphql.ts'

type OrderChoice = { value: string; label: string; orderBy: TaskOrder[] }

/** The orders to choose from, the usual one first. */
export const orderChoices: readonly OrderChoice[] = [
  { value: 'newest', label: 'Newest first', orderBy: [{ field: 'CREATED_AT', direction: 'DESC' }] },
  {
    value: 'due',
    label: 'Due date',
    orderBy: [{ field: 'DUE' }, { field: 'PRIORITY', direction: 'DESC' }, { field: 'CREATED_AT' }],
  },
  {
    value: 'priority',
    label: 'Priority',
    orderBy: [{ field: 'PRIORITY', direction: 'DESC' }, { field: 'DUE' }, { field: 'CREATED_AT' }],
  },
  { value: 'title', label: 'Title', orderBy: [{ field: 'TITLE' }] },
  {
    value: 'changed',
    label: 'Last changed first',
    orderBy: [{ field: 'UPDATED_AT', direction: 'DESC' }],
  },
  {
    value: 'completed',
    label: 'Last completed first',
    orderBy: [{ field: 'COMPLETED_AT', direction: 'DESC' }],
  },
]

export const groupChoices: readonly { value: TaskGrouping; label: string }[] = [
  { value: 'NONE', label: 'Not grouped' },
  { value: 'LIST', label: 'List' },
  { value: 'DUE_DAY', label: 'Due day' },
  { value: 'PRIORITY', label: 'Priority' },
  { value: 'TAG', label: 'Tag' },
]

/** The choice that an order is; undefined for one from elsewhere. */
export function findOrderChoice(orderBy: readonly TaskOrder[]): OrderChoice | undefined {
  if (orderBy.length === 0) return orderChoices[0]
  const spelled = orderBy.map(spell).join()
  return orderChoices.find((choice) => choice.orderBy.map(spell).join() === spelled)
}

function spell({ field, direction, nulls }: TaskOrder): string {
  return `${field} ${direction ?? 'ASC'} ${nulls ?? 'LAST'}`
}
