/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Which task is meant. */
export type CompleteTaskInput = {
  /** The id of the task. */
  id: string;
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined;
};

/** A task to write down. */
export type CreateTaskInput = {
  /** The sibling it goes right after, in the place it comes to. */
  afterId?: string | null | undefined;
  /** The sibling it goes right before, in the place it comes to. */
  beforeId?: string | null | undefined;
  /** Notes. Markdown, up to 50000 characters. */
  description?: string | null | undefined;
  /** The day it is due. */
  dueOn?: string | null | undefined;
  /** The wall-clock time it is due. HH:MM from 00:00 to 23:59; needs a due day. */
  dueTime?: string | null | undefined;
  /** The IANA time zone of the due time, such as Europe/Berlin; needs a due time. Your own zone by default. */
  dueTimeZone?: string | null | undefined;
  /** A UUID of your own making, so that the mutation can be repeated safely: the same id with the same input gives the stored task, with other input CONFLICT. By default the server makes one (version 7). */
  id?: string | null | undefined;
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined;
  /** The list to put it in; by default its parent’s, and without one the inbox. */
  listId?: string | null | undefined;
  /** The task to put it under. One that is completed is opened again. */
  parentId?: string | null | undefined;
  /** How much it matters; NONE by default. */
  priority?: Priority | null | undefined;
  /** How it repeats; needs a due day, which becomes the first day on or after it that the rule gives. */
  recurrence?: RecurrenceInput | null | undefined;
  /** The day it can be begun; not after the due day. */
  startOn?: string | null | undefined;
  /** Its tags, 50 at most. */
  tagIds?: Array<string> | null | undefined;
  /** What is to be done. One line, 1 to 500 characters after trimming. */
  title: string;
};

/** Which task is meant. */
export type DeleteTaskInput = {
  /** The id of the task. */
  id: string;
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined;
};

/** Which occurrences of a repeating task another due day is for. */
export type OccurrenceScope =
  /** This one alone; the next one comes as if it had stayed. */
  | 'THIS'
  /** This one and all that follow: Mondays become Tuesdays, the 15th the 20th, the 2nd Tuesday the 3rd Friday. */
  | 'THIS_AND_FOLLOWING';

/** How much a task matters. In an order, URGENT is the highest. */
export type Priority =
  /** Matters much. */
  | 'HIGH'
  /** When there is time. */
  | 'LOW'
  /** Should be done. */
  | 'MEDIUM'
  /** Not said; what a new task has. */
  | 'NONE'
  /** Before everything else. */
  | 'URGENT';

/** What the days of a recurrence are counted from. */
export type RecurrenceBasis =
  /** The day it was done: "3 days after I did it". */
  | 'COMPLETION'
  /** The days the rule gives, whenever each is done. */
  | 'SCHEDULE';

/** How a task repeats. It counts from the due day. */
export type RecurrenceInput = {
  /** What its days are counted from. After completion a rule has no BY parts. */
  basis?: RecurrenceBasis;
  /** A recurrence rule of RFC 5545 on days, at most 400 characters: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY with INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, WKST, COUNT or UNTIL, such as FREQ=MONTHLY;BYDAY=2TU. A month day that a month doesn’t have is its last day. */
  rule: string;
};

/** Which task is meant. */
export type ReopenTaskInput = {
  /** The id of the task. */
  id: string;
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined;
};

/** Which task is meant. */
export type RestoreTaskInput = {
  /** The id of the task. */
  id: string;
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined;
};

/** What to change of a task. What is left out stays; null clears. */
export type UpdateTaskInput = {
  /** Tags to put on it beside those it has, 50 in all; not together with tagIds. */
  addTagIds?: Array<string> | null | undefined;
  /** Other notes. Markdown, up to 50000 characters. */
  description?: string | null | undefined;
  /** Another due day; null clears due time and recurrence too. */
  dueOn?: string | null | undefined;
  /** Another due time; null clears its zone too. HH:MM from 00:00 to 23:59; needs a due day. */
  dueTime?: string | null | undefined;
  /** The IANA time zone of the due time, such as Europe/Berlin; needs a due time. null is your own. */
  dueTimeZone?: string | null | undefined;
  /** The id of the task. */
  id: string;
  /** A text of your own, 1 to 200 characters. Repeating the mutation with the same key within 24 hours gives the first answer and changes nothing; with another input it is CONFLICT. */
  idempotencyKey?: string | null | undefined;
  /** Another list, at the end of its top level; can’t be cleared. */
  listId?: string | null | undefined;
  /** Which occurrences another dueOn is for; THIS by default. Everything else is always for this one and those that follow. */
  occurrences?: OccurrenceScope | null | undefined;
  /** Another parent, at the end of its subtasks; null is the top level of the list. */
  parentId?: string | null | undefined;
  /** Another priority; null is NONE. */
  priority?: Priority | null | undefined;
  /** Another rule for this occurrence and all that follow; needs a due day, which becomes the first day on or after it that the rule gives. null ends the repeating. */
  recurrence?: RecurrenceInput | null | undefined;
  /** Tags to take off it, where they may not be; not together with tagIds. */
  removeTagIds?: Array<string> | null | undefined;
  /** Another start; not after the due day. */
  startOn?: string | null | undefined;
  /** Its tags, in place of those it has, 50 at most; null takes all off. */
  tagIds?: Array<string> | null | undefined;
  /** Another title; can’t be cleared. One line, 1 to 500 characters after trimming. */
  title?: string | null | undefined;
};

export type TaskPageQueryVariables = Exact<{
  completed: boolean;
  after?: string | null | undefined;
}>;


export type TaskPageQuery = { tasks: { nodes: Array<(
      { id: string }
      & { ' $fragmentRefs'?: { 'TaskRowFragment': TaskRowFragment } }
    )>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type TaskRowFragment = { id: string, title: string, completed: boolean, completedAt: string | null, createdAt: string } & { ' $fragmentName'?: 'TaskRowFragment' };

export type CompleteTaskMutationVariables = Exact<{
  input: CompleteTaskInput;
}>;


export type CompleteTaskMutation = { completeTask: { task: { ' $fragmentRefs'?: { 'TaskRowFragment': TaskRowFragment } } } };

export type CreateTaskMutationVariables = Exact<{
  input: CreateTaskInput;
}>;


export type CreateTaskMutation = { createTask: { task: { ' $fragmentRefs'?: { 'TaskRowFragment': TaskRowFragment } } } };

export type DeleteTaskMutationVariables = Exact<{
  input: DeleteTaskInput;
}>;


export type DeleteTaskMutation = { deleteTask: { task: { ' $fragmentRefs'?: { 'TaskRowFragment': TaskRowFragment } } } };

export type RenameTaskMutationVariables = Exact<{
  input: UpdateTaskInput;
}>;


export type RenameTaskMutation = { updateTask: { task: { ' $fragmentRefs'?: { 'TaskRowFragment': TaskRowFragment } } } };

export type ReopenTaskMutationVariables = Exact<{
  input: ReopenTaskInput;
}>;


export type ReopenTaskMutation = { reopenTask: { task: { ' $fragmentRefs'?: { 'TaskRowFragment': TaskRowFragment } } } };

export type RestoreTaskMutationVariables = Exact<{
  input: RestoreTaskInput;
}>;


export type RestoreTaskMutation = { restoreTask: { task: { ' $fragmentRefs'?: { 'TaskRowFragment': TaskRowFragment } } } };

export const TaskRowFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"completed"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<TaskRowFragment, unknown>;
export const TaskPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"TaskPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"completed"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Boolean"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"tasks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"completed"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"eq"},"value":{"kind":"Variable","name":{"kind":"Name","value":"completed"}}}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskRow"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"completed"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<TaskPageQuery, TaskPageQueryVariables>;
export const CompleteTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"completed"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<CompleteTaskMutation, CompleteTaskMutationVariables>;
export const CreateTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"completed"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<CreateTaskMutation, CreateTaskMutationVariables>;
export const DeleteTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"completed"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<DeleteTaskMutation, DeleteTaskMutationVariables>;
export const RenameTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RenameTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"completed"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<RenameTaskMutation, RenameTaskMutationVariables>;
export const ReopenTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReopenTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReopenTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reopenTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"completed"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<ReopenTaskMutation, ReopenTaskMutationVariables>;
export const RestoreTaskDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RestoreTask"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RestoreTaskInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"restoreTask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"task"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"TaskRow"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"TaskRow"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Task"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"completed"}},{"kind":"Field","name":{"kind":"Name","value":"completedAt"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<RestoreTaskMutation, RestoreTaskMutationVariables>;