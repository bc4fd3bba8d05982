/* eslint-disable */
import * as types from './graphql';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query TaskPage($completed: Boolean!, $after: String) {\n    tasks(first: 50, after: $after, filter: { completed: { eq: $completed } }) {\n      nodes {\n        id\n        ...TaskRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.TaskPageDocument,
    "\n  fragment TaskRow on Task {\n    id\n    title\n    completed\n    completedAt\n    createdAt\n  }\n": typeof types.TaskRowFragmentDoc,
    "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.CompleteTaskDocument,
    "\n  mutation CreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.CreateTaskDocument,
    "\n  mutation DeleteTask($input: DeleteTaskInput!) {\n    deleteTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.DeleteTaskDocument,
    "\n  mutation RenameTask($input: UpdateTaskInput!) {\n    updateTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.RenameTaskDocument,
    "\n  mutation ReopenTask($input: ReopenTaskInput!) {\n    reopenTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.ReopenTaskDocument,
    "\n  mutation RestoreTask($input: RestoreTaskInput!) {\n    restoreTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n": typeof types.RestoreTaskDocument,
};
const documents: Documents = {
    "\n  query TaskPage($completed: Boolean!, $after: String) {\n    tasks(first: 50, after: $after, filter: { completed: { eq: $completed } }) {\n      nodes {\n        id\n        ...TaskRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.TaskPageDocument,
    "\n  fragment TaskRow on Task {\n    id\n    title\n    completed\n    completedAt\n    createdAt\n  }\n": types.TaskRowFragmentDoc,
    "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n": types.CompleteTaskDocument,
    "\n  mutation CreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n": types.CreateTaskDocument,
    "\n  mutation DeleteTask($input: DeleteTaskInput!) {\n    deleteTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n": types.DeleteTaskDocument,
    "\n  mutation RenameTask($input: UpdateTaskInput!) {\n    updateTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n": types.RenameTaskDocument,
    "\n  mutation ReopenTask($input: ReopenTaskInput!) {\n    reopenTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n": types.ReopenTaskDocument,
    "\n  mutation RestoreTask($input: RestoreTaskInput!) {\n    restoreTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n": types.RestoreTaskDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query TaskPage($completed: Boolean!, $after: String) {\n    tasks(first: 50, after: $after, filter: { completed: { eq: $completed } }) {\n      nodes {\n        id\n        ...TaskRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): (typeof documents)["\n  query TaskPage($completed: Boolean!, $after: String) {\n    tasks(first: 50, after: $after, filter: { completed: { eq: $completed } }) {\n      nodes {\n        id\n        ...TaskRow\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskRow on Task {\n    id\n    title\n    completed\n    completedAt\n    createdAt\n  }\n"): (typeof documents)["\n  fragment TaskRow on Task {\n    id\n    title\n    completed\n    completedAt\n    createdAt\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CompleteTask($input: CompleteTaskInput!) {\n    completeTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateTask($input: CreateTaskInput!) {\n    createTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteTask($input: DeleteTaskInput!) {\n    deleteTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DeleteTask($input: DeleteTaskInput!) {\n    deleteTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameTask($input: UpdateTaskInput!) {\n    updateTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RenameTask($input: UpdateTaskInput!) {\n    updateTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReopenTask($input: ReopenTaskInput!) {\n    reopenTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ReopenTask($input: ReopenTaskInput!) {\n    reopenTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RestoreTask($input: RestoreTaskInput!) {\n    restoreTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation RestoreTask($input: RestoreTaskInput!) {\n    restoreTask(input: $input) {\n      task {\n        ...TaskRow\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;