import type { TypedDocumentNode } from '@urql/core'
import { useCallback } from 'react'
import type { TaskChangesInput, TaskResultFieldsFragment } from '../../gql/graphql.ts'
import type { Outcome } from '../../graphql/run-mutation.ts'
import type { ToastMessage } from '../../ui/toasts/toast-queue.ts'
import type { Task } from '../documents/fields.ts'
import {
  CompleteTask,
  DeleteTask,
  MoveTask,
  ReopenTask,
  RestoreTask,
  UpdateTask,
} from '../documents/task.mutations.ts'
import {
  CompleteTasks,
  DeleteTasks,
  MoveTasks,
  ReopenTasks,
  RestoreTasks,
  UpdateTasks,
} from '../documents/task-bulk.mutations.ts'
import { useAct } from './use-act.ts'

/** Where tasks go: what is left out stays. */
export type TaskMove = {
  listId?: string
  parentId?: string | null
  afterId?: string
  beforeId?: string
}

/** What is done to tasks. */
export type TaskAction =
  | { kind: 'complete' | 'reopen' | 'delete' | 'restore' }
  | { kind: 'update'; changes: TaskChangesInput }
  | { kind: 'move'; to: TaskMove }

export type TaskWords = {
  /** What was done, for the message that offers to undo it. */
  done?: string | undefined
  /** How things stay when it is refused: “X” is still here. */
  failed: string
  /** What to say of those that were refused among many: “couldn’t be moved”. */
  refused: string
  /** Several of the same kind in a row are reported and undone together. */
  row?: ToastMessage['row']
  onUndone?: () => void
}

export type ActOnTasks = (
  tasks: readonly Task[],
  action: TaskAction,
  words: TaskWords,
) => Promise<Outcome<unknown>>

type Document = TypedDocumentNode<unknown, { input: object }>

const documents = {
  complete: [CompleteTask, CompleteTasks],
  reopen: [ReopenTask, ReopenTasks],
  delete: [DeleteTask, DeleteTasks],
  restore: [RestoreTask, RestoreTasks],
  update: [UpdateTask, UpdateTasks],
  move: [MoveTask, MoveTasks],
} as const satisfies Record<TaskAction['kind'], readonly [unknown, unknown]>

/**
 * Does the same to one task or to many, which is one call, one message and one thing to undo. Of many,
 * each counts for itself: what can be done is done, and the message says how many were refused and why.
 */
export function useTasksAct(): ActOnTasks {
  const act = useAct()
  return useCallback(
    (tasks, action, { refused, ...words }) => {
      const ids = tasks.map(({ id }) => id)
      const [one, many] = documents[action.kind] as unknown as readonly [Document, Document]
      if (ids.length === 1) {
        return act({ document: one, input: { id: ids[0], ...inputOfOne(action) }, ...words })
      }
      return act({
        document: many,
        input: { ids, mode: 'EACH', ...inputOfMany(action) },
        partly: (data) => describeRefused(data, refused),
        ...words,
      })
    },
    [act],
  )
}

function inputOfOne(action: TaskAction): object {
  if (action.kind === 'update') return action.changes
  return action.kind === 'move' ? action.to : {}
}

function inputOfMany(action: TaskAction): object {
  if (action.kind === 'update') return { changes: action.changes }
  return action.kind === 'move' ? action.to : {}
}

function describeRefused(data: unknown, refused: string): string | undefined {
  const [payload] = Object.values(data as Record<string, { results: TaskResultFieldsFragment[] }>)
  const results = payload?.results ?? []
  const problems = results.flatMap(({ error }) => error?.message ?? [])
  if (problems.length === 0) return undefined
  return `${problems.length} of ${results.length} ${refused}. ${problems[0]}`
}
