import { randomUUID } from 'node:crypto'
import type { SubjectName } from './subjects/subject.ts'

export const operationNames = [
  'me',
  'openTasks',
  'page1000',
  'listTasks',
  'search',
  'createTask',
  'completeTask',
] as const
export type OperationName = (typeof operationNames)[number]

/** A person who sends operations, and which of their data these use. */
export type Asker = {
  userId: string
  token: string
  listId: string
}

export const titleOfMade = 'Made by the benchmark'
export const searchedWord = 'task'

const fields =
  'nodes { id title completed priority dueOn createdAt } pageInfo { hasNextPage endCursor }'
const task = 'task { id title completed priority dueOn createdAt }'

/** What Tend is asked. Mercurius is asked the same, because its schema has the same fields. */
const queries: Record<OperationName, string> = {
  me: '{ me { id name email timeZone createdAt } }',
  openTasks: `{ tasks(first: 20, filter: { completed: { eq: false } }) { ${fields} } }`,
  page1000: `query ($after: String!) { tasks(first: 20, after: $after, filter: { completed: { eq: false } }) { ${fields} } }`,
  listTasks: `query ($listId: ID!) { tasks(first: 20, filter: { completed: { eq: false }, listId: { eq: $listId } }, orderBy: [{ field: MANUAL }]) { ${fields} } }`,
  search: `query ($query: String!) { searchTasks(first: 20, query: $query) { ${fields} } }`,
  createTask: `mutation ($title: String!) { createTask(input: { title: $title }) { ${task} } }`,
  completeTask: `mutation ($id: ID!) { completeTask(input: { id: $id }) { ${task} } }`,
}

const rowFields =
  'nodes { rowId title completedAt priority dueOn createdAt } pageInfo { hasNextPage endCursor }'
const row = 'task { rowId title completedAt priority dueOn createdAt }'
export const openNewest =
  'condition: { completedAt: null, deletedAt: null }, orderBy: [CREATED_AT_DESC, ROW_ID_DESC]'

/**
 * PostGraphile derives its schema from the tables, so the same operations have other names; it
 * can't search.
 */
const rowQueries: Partial<Record<OperationName, string>> = {
  me: 'query ($userId: String!) { authUserByRowId(rowId: $userId) { rowId name email timeZone createdAt } }',
  openTasks: `{ allTasks(first: 20, ${openNewest}) { ${rowFields} } }`,
  page1000: `query ($after: Cursor!) { allTasks(first: 20, after: $after, ${openNewest}) { ${rowFields} } }`,
  listTasks: `query ($listId: UUID!) { allTasks(first: 20, condition: { completedAt: null, deletedAt: null, listId: $listId }, orderBy: [POSITION_ASC, ROW_ID_ASC]) { ${rowFields} } }`,
  createTask: `mutation ($input: CreateTaskInput!) { createTask(input: $input) { ${row} } }`,
  completeTask: `mutation ($input: UpdateTaskByUserIdAndRowIdInput!) { updateTaskByUserIdAndRowId(input: $input) { ${row} } }`,
}

/** The request for an operation; undefined when the subject doesn't support it. */
export function bodyOf(
  operation: OperationName,
  subject: SubjectName,
  asker: Asker,
  { after, taskId }: { after: unknown; taskId: string },
): object | undefined {
  const { listId, userId } = asker
  const title = titleOfMade
  if (subject === 'limit') {
    const variables = { after, listId, word: searchedWord, title, id: taskId }
    return { operation: operation === 'page1000' ? 'openTasks' : operation, variables }
  }
  if (subject !== 'postgraphile') {
    const variables = { after, listId, query: searchedWord, title, id: taskId }
    return { query: queries[operation], variables }
  }
  const query = rowQueries[operation]
  // It has no rule for positions, so any position after the existing ones is fine.
  const position = `h${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`
  const completedAt = new Date().toISOString()
  const input =
    operation === 'createTask'
      ? {
          task: {
            rowId: randomUUID(),
            listId,
            title,
            position,
            searchText: `${title.toLowerCase()}\n`,
          },
        }
      : { userId, rowId: taskId, taskPatch: { completedAt, updatedAt: completedAt } }
  return query === undefined ? undefined : { query, variables: { userId, after, listId, input } }
}
