import { randomUUID } from 'node:crypto'
import type { Person } from '../../test/support/person.ts'

/** Of the account that the mutations are about. */
export type Account = {
  person: Person
  /** Open tasks. */
  taskIds: readonly string[]
}

type Mutation = {
  query: string
  /** Of the nth time that it is run. */
  variables(account: Account, nth: number): Record<string, unknown>
}

const payload = '{ task { id title completed priority dueOn createdAt } }'
const manyAtOnce = 100

/** Each is run by one person, over and over. */
export const mutations = {
  createTask: {
    query: `mutation ($id: ID!, $title: String!) { createTask(input: { id: $id, title: $title }) ${payload} }`,
    variables: (_account, nth) => ({ id: randomUUID(), title: `Water the plants ${nth}` }),
  },
  updateTask: {
    query: `mutation ($id: ID!, $title: String!) { updateTask(input: { id: $id, title: $title }) ${payload} }`,
    variables: ({ taskIds }, nth) => ({ id: pick(taskIds, nth), title: `Feed the cat ${nth}` }),
  },
  // So that there is always an open one.
  'completeTask, reopenTask in turns': {
    query: `mutation ($id: ID!, $completed: Boolean!) {
      completeTask(input: { id: $id }) @include(if: $completed) ${payload}
      reopenTask(input: { id: $id }) @skip(if: $completed) ${payload}
    }`,
    variables: ({ taskIds }, nth) => ({
      id: pick(taskIds, Math.floor(nth / 2)),
      completed: nth % 2 === 0,
    }),
  },
  [`updateTasks of ${manyAtOnce}`]: {
    query:
      'mutation ($ids: [ID!]!, $p: Priority!) { updateTasks(input: { ids: $ids, changes: { priority: $p } }) { mutationId } }',
    variables: ({ taskIds }, nth) => ({
      ids: taskIds.slice(0, manyAtOnce),
      p: nth % 2 ? 'HIGH' : 'LOW',
    }),
  },
} as const satisfies Record<string, Mutation>

/** Runs a mutation so often, one after the other. */
export async function runMutation(
  { query, variables }: Mutation,
  account: Account,
  times: number,
): Promise<void> {
  for (let nth = 0; nth < times; nth += 1) await account.person.data(query, variables(account, nth))
}

function pick(ids: readonly string[], nth: number): string | undefined {
  return ids[nth % ids.length]
}
