import type { FragmentType } from '../../gql/fragment-masking.ts'
import { graphql } from '../../gql/gql.ts'
import type { TaskRowFragment } from '../../gql/graphql.ts'

/** What a row of a list shows, and what its place in the list is decided by. */
export const TaskRowFields = graphql(`
  fragment TaskRow on Task {
    id
    title
    completed
    completedAt
    createdAt
  }
`)

export type TaskRowData = TaskRowFragment
export type TaskRowRef = FragmentType<typeof TaskRowFields>
